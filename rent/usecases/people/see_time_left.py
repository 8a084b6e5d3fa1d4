"""See how long a session still lives if nobody uses it."""

from __future__ import annotations

from datetime import datetime, timedelta

from rent import store
from rent.store import sessions


def see_time_left(session: store.Session, *, row_key: str, now: datetime) -> timedelta:
    """Return how long a session has, without using it; nothing once it has ended."""
    found = sessions.live(session, row_key, now)
    return found.times.left(now) if found else timedelta()
