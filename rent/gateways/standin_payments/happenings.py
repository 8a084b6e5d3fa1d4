"""Events: written down with what caused them, and sent to whoever listens."""

from __future__ import annotations

import time
from typing import Any, Final

from rent.gateways.standin_payments.book import Book, Thing

VERSION: Final = "2026-10-28.endive"
NEVER: Final = 1e12


def tell(book: Book, kind: str, thing: Thing) -> Thing:
    """Write an event about an object as it is now, and plan its webhooks; return it."""
    event = book.new(
        "event",
        "evt",
        api_version=VERSION,
        type=kind,
        created=int(time.time()) - int(book.knob("days_late", 0)) * 86_400,
        data={"object": shown(thing)},
        request={"id": None, "idempotency_key": None},
    )
    for url in _addresses(book, kind):
        _plan(book, event, url)
    if book.listeners:
        book.plan("listen", event["id"], due=time.time())
    return event


def shown(thing: Any) -> Any:  # noqa: ANN401 (any part of an object)
    """Return an object without what only the stand-in knows of it."""
    if isinstance(thing, dict):
        return {name: shown(value) for name, value in thing.items() if not name.startswith("_")}
    return [shown(part) for part in thing] if isinstance(thing, list) else thing


def secret_of(book: Book, url: str) -> str:
    """Return the secret with which webhooks to an address are signed, or nothing if it has gone."""
    if url in book.addresses:
        return book.addresses[url]
    return next((str(endpoint["_secret"]) for endpoint in book.all("webhook_endpoint", url=url)), "")


def _addresses(book: Book, kind: str) -> set[str]:
    asked = [endpoint for endpoint in book.all("webhook_endpoint") if {"*", kind} & set(endpoint["enabled_events"])]
    return {*book.addresses, *(str(endpoint["url"]) for endpoint in asked)}


def _plan(book: Book, event: Thing, url: str) -> None:
    if _takes_one(book, "drop_webhooks"):
        return
    due = NEVER if book.knob("hold_webhooks") else time.time() + float(book.knob("webhook_seconds", 0))
    for _ in range(1 + int(_takes_one(book, "double_webhooks"))):
        book.plan("webhook", event["id"], due=due, url=url)


def _takes_one(book: Book, name: str) -> bool:
    left = int(book.knob(name, 0))
    if left > 0:
        book.turn(name, left - 1)
    return left > 0
