"""Where Stripe tells us what happened: verify, keep, answer at once. The worker thinks later."""

from __future__ import annotations

from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from rent import runtime
from rent.ports import NotSigned, ProviderEvent
from rent.settings import settings
from rent.usecases.payments.receive_event import receive_event

PATH: Final = "/webhooks/stripe"
LONGEST_BODY: Final = 1_000_000


def routes() -> list[Route]:
    """Return the webhook's one route."""
    return [Route(PATH, webhook, methods=["POST"])]


async def webhook(request: Request) -> Response:
    """Answer 200 once an event is safely kept, so that Stripe tries again whenever it is not."""
    if not settings().stripe_webhook_secret.get_secret_value():
        return PlainTextResponse("Not found", 404)
    raw = await _body(request)
    if raw is None:
        return PlainTextResponse("Too long", 413)
    try:
        event = runtime.card_payments().read_event(raw, request.headers.get("stripe-signature"), runtime.now())
    except NotSigned:
        return PlainTextResponse("Not signed", 400)
    await run_in_threadpool(_keep, event)
    return PlainTextResponse("Kept")


async def _body(request: Request) -> bytes | None:
    raw = bytearray()
    async for part in request.stream():
        raw += part
        if len(raw) > LONGEST_BODY:
            return None
    return bytes(raw)


def _keep(event: ProviderEvent) -> None:
    with runtime.transaction() as session:
        receive_event(session, event=event, now=runtime.now())
