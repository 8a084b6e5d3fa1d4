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
        done += handled in {Handled.DONE, Handled.URGENT}
    return done


def _one() -> Handled:
    with runtime.reading() as session:
        arrived = inbound.oldest_waiting(session, now=runtime.now())
    if arrived is None:
        return Handled.NOTHING
    try:
        with runtime.transaction() as session:
            handled = handle(session, arrived, now=runtime.now(), today=runtime.today())
    except Exception as trouble:  # noqa: BLE001 (whatever it is, the message is kept and tried again)
        _keep(arrived, trouble)
        return Handled.DONE
    if handled is Handled.URGENT:
        # What whoever is on call is woken by; the conversation is on the officers' list already.
        logger.critical("somebody may be in danger", kind="CRISIS", row=arrived.id)
    return handled


def _keep(arrived: Arrived, trouble: Exception) -> None:
    # Not the exception itself, whose words may hold the tenant's.
    logger.warning("a message could not be handled", kind=type(trouble).__name__, attempts=arrived.attempts + 1)
    with runtime.transaction() as session:
        note_trouble(session, arrived, trouble, now=runtime.now(), today=runtime.today())
