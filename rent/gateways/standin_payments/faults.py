"""Bad manners on request: the stand-in fails, hesitates or loses its answer when told to."""

from __future__ import annotations

import time
from typing import Any, Final

from rent.gateways.standin_payments.book import Book
from rent.gateways.standin_payments.refusals import Refused

Fault = dict[str, Any]

# Each is asked for as {"fault": NAME, "path": "/v1/refunds", "times": 1, "seconds": 2}.
ERROR_BEFORE, ERROR_AFTER, CONFLICT, TOO_FAST, SLOW = "error_before", "error_after", "conflict", "too_fast", "slow"
NAMES: Final = frozenset({ERROR_BEFORE, ERROR_AFTER, CONFLICT, TOO_FAST, SLOW})
SLOW_MAX: Final = 30.0


def take(book: Book, path: str) -> Fault | None:
    """Return the fault that is due for a path, once fewer from now on."""
    with book.change():
        waiting: list[Fault] = book.knob("faults", [])
        due = next((fault for fault in waiting if path.startswith(str(fault.get("path", "/")))), None)
        if due is not None:
            due["times"] = int(due.get("times", 1)) - 1
            book.turn("faults", [fault for fault in waiting if int(fault.get("times", 1)) > 0])
    return due


def before(fault: Fault | None) -> None:
    """
    Misbehave before anything has happened.

    :raises Refused: if that is how
    """
    match fault and fault["fault"]:
        case "error_before":
            raise Refused("An unknown error occurred", status=500, kind="api_error")
        case "conflict":
            raise Refused("There is another request in progress with this key.", status=409, kind="idempotency_error")
        case "too_fast":
            raise Refused("Too many requests", status=429, code="rate_limit")
        case "slow":
            time.sleep(min(float((fault or {}).get("seconds", 1)), SLOW_MAX))


def after(fault: Fault | None) -> None:
    """
    Lose the answer to what has happened.

    :raises Refused: if that is how
    """
    if fault is not None and fault["fault"] == ERROR_AFTER:
        raise Refused("An unknown error occurred", status=500, kind="api_error")
