"""Keep what the provider tells us, before anybody thinks about it."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from rent import store
from rent.ports import ProviderEvent, Subject
from rent.store import external_events

SOURCE: Final = "stripe"


def receive_event(session: store.Session, *, event: ProviderEvent, now: datetime) -> bool:
    """Keep an event that concerns us, once; return whether it was new."""
    if event.subject is Subject.OTHER:
        return False
    return external_events.keep(
        session,
        source=SOURCE,
        external_id=event.event_id,
        kind=event.kind,
        payload={**event.payload, "subject": event.subject.value, "object_id": event.object_id, "payment": event.payment},
        received_at=now,
    )
