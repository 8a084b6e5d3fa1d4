"""The stand-in put together."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from starlette.routing import BaseRoute, Route

from rent.gateways.standin_payments import (
    api,
    catalogue,
    controls,
    disputes,
    hosted,
    intents,
    listen,
    payouts,
    refunds,
    sessions,
    subscriptions,
)
from rent.gateways.standin_payments.book import Book
from rent.gateways.standin_payments.worker import Worker
from rent.settings import Settings, settings

ENDPOINTS: Final = (
    *sessions.ENDPOINTS,
    *intents.ENDPOINTS,
    *refunds.ENDPOINTS,
    *disputes.ENDPOINTS,
    *payouts.ENDPOINTS,
    *subscriptions.ENDPOINTS,
    *catalogue.ENDPOINTS,
)


class LiveKeyPresent(Exception):
    """A real Stripe key is configured, and beside it nothing may pretend to be Stripe."""


class Standin:
    """A stand-in for Stripe with a file to remember in, until it is closed."""

    def __init__(self, file: Path, *, origin: str, webhooks: Mapping[str, str]) -> None:
        """Remember in a file, be found at an origin, and send events to addresses, each with its secret."""
        self.book, self.origin = Book(file), origin
        self.book.addresses.update(webhooks)
        self.worker = Worker(self.book)
        self.worker.start()

    def routes(self) -> list[BaseRoute]:
        """Return every route."""
        return [
            *(endpoint.route(self.book, self.origin) for endpoint in ENDPOINTS),
            *controls.routes(self.book),
            *listen.routes(self.book),
            *hosted.routes(self.book),
            Route("/v1/{rest:path}", api.not_found, methods=["GET", "POST", "DELETE"]),
        ]

    def close(self) -> None:
        """Stop working and let go of the file."""
        self.worker.end()
        self.book.close()


def refuse_beside_a_live_key(here: Settings) -> None:
    """
    Refuse to go on beside a real key.

    :raises LiveKeyPresent: if there is one
    """
    if "_live_" in here.stripe_api_key.get_secret_value() or here.is_production:
        raise LiveKeyPresent("the stand-in for Stripe never runs in production, or beside a live key")


def routes() -> list[BaseRoute]:
    """
    Return the routes of the stand-in the settings describe, which begins to work at once.

    :raises LiveKeyPresent: if a real key is configured
    """
    here = settings()
    refuse_beside_a_live_key(here)
    secret = here.stripe_webhook_secret.get_secret_value()
    webhooks = {f"{here.webhook_origin}/webhooks/stripe": secret} if secret else {}
    return Standin(Path(here.standin_payments_file), origin=here.standin_origin, webhooks=webhooks).routes()


def application() -> Starlette:
    """Return the stand-in as an application of its own."""
    return Starlette(routes=routes())
