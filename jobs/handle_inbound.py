"""Handle the messages that came in, one turn to a transaction."""

from __future__ import annotations

from typing import Final

import structlog

from messaging.give_up import note_trouble
from messaging.inbound import Handled, handle
from rent import runtime
from rent.store import inbound
from rent.store.inbound import Arrived

TURNS_A_RUN_MAX: Final = 100
logger: Final = structlog.get_logger()


def run() -> int:
    """Return how many turns were taken. It may be killed at any point, and two may run at once."""
    done = 0
    for _ in range(TURNS_A_RUN_MAX):
        handled = _one()
        if handled is Handled.NOTHING:
            break
        done += handled is Handled.DONE
    return done


def _one() -> Handled:
    arrived: Arrived | None = None
    try:
        with runtime.transaction() as session:
            arrived = inbound.oldest_waiting(session, now=runtime.now())
            if arrived is None:
                return Handled.NOTHING
            return handle(session, arrived, now=runtime.now(), today=runtime.today())
    except Exception as trouble:
        if arrived is None:
            raise
        # Not the exception itself, whose words may hold the tenant's.
        logger.warning("a message could not be handled", kind=type(trouble).__name__, attempts=arrived.attempts + 1)
        with runtime.transaction() as session:
            note_trouble(session, arrived, trouble, now=runtime.now(), today=runtime.today())
        return Handled.DONE
