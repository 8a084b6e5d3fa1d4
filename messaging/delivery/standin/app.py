"""A stand-in for Twilio that remembers and misbehaves on request, with a phone to hold in your hand."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from messaging.delivery.standin.api import Api
from messaging.delivery.standin.carrier import Carrier
from messaging.delivery.standin.phone import Phone
from messaging.delivery.standin.state import State
from rent.settings import Settings, settings

HERE_ONLY: Final = frozenset({"127.0.0.1", "::1", "localhost"})
Endpoint = Callable[[Request], Awaitable[Response]]


class LiveKeyPresent(Exception):
    """A real Twilio key is configured; a stand-in beside it could only confuse the two."""


def routes() -> list[Route]:
    """
    Return the stand-in's addresses, and set its clock going.

    :raises LiveKeyPresent: if a real Twilio key is configured
    """
    carrier = carrier_for(settings())
    carrier.start()
    return routes_of(carrier)


def carrier_for(house: Settings) -> Carrier:
    """
    Return a carrier made of these settings, its clock not yet going.

    :raises LiveKeyPresent: if a real Twilio key is among them
    """
    if not house.uses_standin_texts:
        raise LiveKeyPresent("take TWILIO_AUTH_TOKEN out of the environment, or do not start the stand-in")
    return Carrier(
        State(house.standin_texts_file),
        account=house.texts_account,
        token=house.texts_token,
        number=house.twilio_from,
        webhook_origin=house.webhook_origin,
    )


def routes_of(carrier: Carrier) -> list[Route]:
    """Return a carrier's addresses, for this machine only."""
    return [
        Route(route.path, _here_only(route.endpoint), methods=list(route.methods or ()))
        for route in (*Api(carrier).routes(), *Phone(carrier).routes())
    ]


def _here_only(endpoint: Endpoint) -> Endpoint:
    """Return an endpoint that serves this machine alone, and no page of another site in a browser on it."""

    async def guarded(request: Request) -> Response:
        host = urlsplit(f"//{request.headers.get('host', '')}").hostname
        origin = request.headers.get("origin")
        same = origin is None or urlsplit(origin).netloc == request.headers.get("host")
        if host not in HERE_ONLY or request.client is None or request.client.host not in HERE_ONLY or not same:
            return PlainTextResponse("the stand-in serves this machine only", status_code=403)
        return await endpoint(request)

    return guarded
