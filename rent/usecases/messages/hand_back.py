"""Let the assistant speak in a thread again."""

from __future__ import annotations

from datetime import date, datetime

from rent import store
from rent.domain.message import PAUSED, WRONG_PROOFS, ConversationId
from rent.domain.officer import Action, Officer
from rent.store import access, conversations, timeline


def hand_back(
    session: store.Session, *, officer: Officer, tenancy: str, conversation_id: ConversationId, reason: str, now: datetime, today: date
) -> None:
    """
    Give a tenancy's conversation back to the assistant, and end its pause or its lock. ``tenancy`` is its public id.

    :raises NoSuchRecord: if there is no such conversation of a tenancy they may reach
    :raises ReasonNeeded: if it is off their patch and they gave no reason
    """
    found = access.tenancy_for_officer(session, officer, tenancy, action=Action.TAKE_OVER_CONVERSATION, reason=reason, now=now)
    thread = conversations.get(session, conversation_id)
    if thread.tenancy_id != found.id:
        raise access.NoSuchRecord
    conversations.release(session, thread.id)
    kept = {name: value for name, value in thread.state.items() if name not in {PAUSED, WRONG_PROOFS}}
    conversations.remember(session, thread.id, kept, now=now)
    happened = timeline.Happened.OFFICER_HANDED_BACK
    timeline.write(session, found.id, happened, actor=f"officer:{officer.id}", at=now, today=today, person_id=thread.person_id)
