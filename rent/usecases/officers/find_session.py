"""Find out which officer is signed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from rent import store
from rent.domain.identity import SEEN_AGAIN_AFTER, SessionKind
from rent.domain.officer import Officer
from rent.store import officers, sessions


@dataclass(frozen=True, slots=True)
class OfficerSession:
    """An officer who is signed in, with the role and patches they have at this moment."""

    row_key: str
    officer: Officer
    needs_touch: bool


def find_officer_session(session: store.Session, *, row_key: str, now: datetime) -> OfficerSession | None:
    """Return the officer signed in by a row, while the session lives and they may work here."""
    found = sessions.live(session, row_key, now)
    if found is None or found.times.kind is not SessionKind.OFFICER or found.officer_id is None:
        return None
    officer = officers.get(session, found.officer_id)
    return None if officer is None else OfficerSession(row_key, officer, now - found.times.last_seen_at >= SEEN_AGAIN_AFTER)
