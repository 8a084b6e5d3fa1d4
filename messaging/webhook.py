"""
Twilio's door: a text comes in, or a word on one that went out.

It proves who is calling, keeps what they said, and answers. Understanding comes later, elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from twilio.request_validator import RequestValidator

from messaging.card_numbers import strike_out
from messaging.intake import Intake
from messaging.signature import Form, NotAForm, is_genuine, read_form
from rent import runtime
from rent.domain.message import MessageId
from rent.domain.tenancy import Channel
from rent.settings import settings
from rent.store import inbound
from rent.usecases.messages.hear_back import hear_back

BODY_BYTES_MAX: Final = 64 * 1024
ADDRESS_LENGTH_MAX: Final = 254
ID_LENGTH_MAX: Final = 64
NOTHING_TO_SAY: Final = '<?xml version="1.0" encoding="UTF-8"?><Response/>'


class Refused(Exception):
    """The request gets this status and nothing of it is kept."""

    def __init__(self, status: int) -> None:
        """Refuse with an HTTP status."""
        super().__init__(status)
        self.status = status


def routes() -> list[Route]:
    """Return the two addresses Twilio is given."""
    door = Door(settings().texts_token, settings().webhook_origin)
    return [
        Route("/webhooks/twilio/sms", door.receive_text, methods=["POST"]),
        Route("/webhooks/twilio/status", door.receive_status, methods=["POST"]),
    ]


class Door:
    """What one process needs to answer Twilio. Without a token to check signatures by, the door stays shut."""

    def __init__(self, token: str, origin: str) -> None:
        """Check signatures with a token, over addresses that begin with an origin."""
        self._validator = RequestValidator(token) if token else None
        self._origin = origin
        self._intake = Intake(write)

    async def receive_text(self, request: Request) -> Response:
        """Keep a text and answer at once, with nothing to say yet."""
        try:
            form = await self._genuine_form(request)
            await self._intake.keep(arrival(form))
        except Refused as refusal:
            return Response(status_code=refusal.status)
        return Response(NOTHING_TO_SAY, media_type="text/xml")

    async def receive_status(self, request: Request) -> Response:
        """Record what became of a text we sent."""
        try:
            form = await self._genuine_form(request)
            await run_in_threadpool(_record_status, form, request.query_params.get("ref", ""))
        except Refused as refusal:
            return Response(status_code=refusal.status)
        return Response(status_code=204)

    async def _genuine_form(self, request: Request) -> Form:
        if self._validator is None:
            raise Refused(404)
        try:
            form = read_form(await _body(request))
        except NotAForm:
            raise Refused(400) from None
        if not is_genuine(request, form, origin=self._origin, validator=self._validator):
            raise Refused(403)
        return form


def arrival(form: Mapping[str, str]) -> Mapping[str, Any]:
    """
    Return a text as it will be kept.

    :raises Refused: if it lacks what every text has
    """
    sid, sender = form.get("MessageSid", ""), form.get("From", "")
    if not 0 < len(sid) <= ID_LENGTH_MAX or not 0 < len(sender) <= ADDRESS_LENGTH_MAX:
        raise Refused(400)
    media = form.get("NumMedia", "0")
    return {
        "external_id": sid,
        "channel": Channel.SMS,
        "from_address": sender,
        "to_address": form.get("To", "")[:ADDRESS_LENGTH_MAX],
        # A database cannot hold the zero character, and nobody can mean it.
        "body": strike_out(form.get("Body", "").replace("\0", "")),
        "media_count": int(media) if media.isascii() and media.isdigit() else 0,
        "received_at": runtime.now(),
    }


def write(arrivals: Sequence[Mapping[str, Any]]) -> None:
    """Commit arrivals; one that is already there changes nothing."""
    with runtime.transaction() as session:
        inbound.keep(session, arrivals)


def _record_status(form: Mapping[str, str], reference: str) -> None:
    provider_id, status, code = form.get("MessageSid", ""), form.get("MessageStatus", ""), form.get("ErrorCode", "")
    if not 0 < len(provider_id) <= ID_LENGTH_MAX or not 0 < len(status) <= ID_LENGTH_MAX // 2:
        raise Refused(400)
    with runtime.transaction() as session:
        hear_back(
            session,
            provider_id=provider_id,
            reference=MessageId(int(reference)) if reference.isascii() and reference.isdigit() else None,
            status=status,
            error_code=int(code) if code.isascii() and code.isdigit() else None,
            now=runtime.now(),
            today=runtime.today(),
        )


async def _body(request: Request) -> bytes:
    raw = bytearray()
    async for chunk in request.stream():
        raw += chunk
        if len(raw) > BODY_BYTES_MAX:
            raise Refused(413)
    return bytes(raw)
