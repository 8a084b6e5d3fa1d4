"""Let an officer speak in a thread; the assistant falls silent."""

from __future__ import annotations

from datetime import date, datetime

from rent import store
from rent.domain.message import ConversationId
from rent.domain.officer import Action, Officer
from rent.store import access, conversations, timeline


class UnableToTakeOver(Exception):
    """Another officer has the thread."""


def take_over(
    session: store.Session, *, officer: Officer, tenancy: str, conversation_id: ConversationId, reason: str, now: datetime, today: date
) -> None:
    """
    Give a tenancy's conversation to an officer. ``tenancy`` is its public id.

    :raises NoSuchRecord: if there is no such conversation of a tenancy they may reach
    :raises ReasonNeeded: if it is off their patch and they gave no reason
    :raises UnableToTakeOver: if another officer was first
    """
    found = access.tenancy_for_officer(session, officer, tenancy, action=Action.TAKE_OVER_CONVERSATION, reason=reason, now=now)
    thread = conversations.get(session, conversation_id)
    if thread.tenancy_id != found.id:
        raise access.NoSuchRecord
    if not conversations.hold(session, thread.id, officer.id):
        raise UnableToTakeOver("another officer took it first")
    if thread.held_by != officer.id:
        happened = timeline.Happened.OFFICER_TOOK_OVER
        timeline.write(session, found.id, happened, actor=f"officer:{officer.id}", at=now, today=today, person_id=thread.person_id)
