"""Let an officer in no more."""

from __future__ import annotations

from datetime import datetime

from rent import store
from rent.domain.officer import Action, Officer, OfficerId, may
from rent.store import officers, sessions
from rent.store.access import NoSuchRecord


def disable_officer(session: store.Session, *, by: Officer, officer_id: OfficerId, now: datetime) -> None:
    """
    Close an officer's account and end their sessions at once.

    :raises NoSuchRecord: if the one who asks may not, or there is no such officer at work
    """
    if not may(by.role, Action.MANAGE_OFFICERS) or not officers.disable(session, officer_id, at=now):
        raise NoSuchRecord
    sessions.end_all_of_officer(session, officer_id, now)
