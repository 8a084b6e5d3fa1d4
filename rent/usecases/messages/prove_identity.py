"""Record that somebody proved who they are, in the thread."""

from __future__ import annotations

from datetime import date, datetime

from rent import store
from rent.domain.tenancy import PersonId, TenancyId
from rent.store import conversations, timeline
from rent.store.conversations import Thread


def prove_identity(
    session: store.Session, *, thread: Thread, person_id: PersonId, tenancy_id: TenancyId, actor: str, now: datetime, today: date
) -> None:
    """Record who is at the other end of a thread. What they said to prove it is kept nowhere."""
    conversations.belong_to(session, thread.id, person_id, tenancy_id)
    happened = timeline.Happened.IDENTITY_PROVED
    timeline.write(session, tenancy_id, happened, actor=actor, at=now, today=today, person_id=person_id)
