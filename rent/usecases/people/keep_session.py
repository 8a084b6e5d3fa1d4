"""Keep a session that is in use from going idle."""

from __future__ import annotations

from datetime import datetime

from rent import store
from rent.store import sessions


def keep_session(session: store.Session, *, row_key: str, now: datetime) -> None:
    """Note that a session, a tenant's or an officer's, was used just now; one that has ended stays so."""
    sessions.touch(session, row_key, now)
