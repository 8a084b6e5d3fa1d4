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
from rent.settings import settings


async def healthz(_request: Request) -> PlainTextResponse:
    """Answer that the process is there."""
    return PlainTextResponse("ok")


def routes() -> list[BaseRoute]:
    """Return the routes of whichever stand-ins are in use; each refuses to be made beside a live key."""
    house = settings()
    of_phones = phones.routes() if house.uses_standin_texts else []
    of_payments = payments.routes() if house.uses_standin_payments else []
    return [Route("/healthz", healthz), *of_phones, *of_payments]


log.configure("standins")
app: Final = Starlette(routes=routes())
