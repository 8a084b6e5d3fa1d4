"""The stand-ins for Stripe and Twilio, and the phone, in one process on this machine only."""

from __future__ import annotations

from typing import Final

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Route

from messaging.delivery.standin import app as phones
from rent import log
from rent.gateways.standin_payments import app as payments


async def healthz(_request: Request) -> PlainTextResponse:
    """Answer that the process is there."""
    return PlainTextResponse("ok")


def routes() -> list[BaseRoute]:
    """Return the routes of both stand-ins; each refuses to be made beside a live key."""
    return [Route("/healthz", healthz), *phones.routes(), *payments.routes()]


log.configure("standins")
app: Final = Starlette(routes=routes())
