"""Try a text again that could not be handled."""

from __future__ import annotations

from rent import store
from rent.domain.officer import Action, Officer, may
from rent.store import rejected
from rent.store.access import NoSuchRecord
from rent.store.inbound import InboundId


def replay_text(session: store.Session, *, officer: Officer, inbound_id: InboundId) -> None:
    """
    Make a text that failed due again, at once.

    :raises NoSuchRecord: if there is none, it has been handled, or the officer may not
    """
    if not may(officer.role, Action.REPLAY_REJECTED) or not rejected.try_text_anew(session, inbound_id):
        raise NoSuchRecord
