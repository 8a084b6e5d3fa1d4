"""Put an event aside that could not be handled, and let a person try it anew."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from rent import store
from rent.domain.officer import Action, Officer, may
from rent.store import external_events
from rent.store.access import NoSuchRecord
from rent.store.external_events import EventRowId, KeptEvent

# Over about a day and a half; the provider's own retries go on for three.
WAITS: Final = (
    timedelta(seconds=5),
    timedelta(seconds=30),
    timedelta(minutes=2),
    timedelta(minutes=10),
    timedelta(hours=1),
    timedelta(hours=6),
    timedelta(hours=24),
)


def try_later(session: store.Session, *, event: KeptEvent, trouble: str, now: datetime) -> None:
    """Try an event again after a wait that grows, and after the last wait keep it for a person."""
    again = now + WAITS[event.attempts] if event.attempts < len(WAITS) else None
    external_events.put_aside(session, event.id, trouble=trouble, try_again_at=again)


def keep_for_a_person(session: store.Session, *, event: KeptEvent, trouble: str) -> None:
    """Keep an event that trying again would not help, until somebody has looked."""
    external_events.put_aside(session, event.id, trouble=trouble, try_again_at=None)


def replay_event(session: store.Session, *, officer: Officer, event_id: EventRowId, now: datetime) -> None:
    """
    Make an event that was put aside due again, at once.

    :raises NoSuchRecord: if there is none, it has been handled, or the officer may not
    """
    if not may(officer.role, Action.REPLAY_REJECTED) or not external_events.try_anew(session, event_id, now=now):
        raise NoSuchRecord
