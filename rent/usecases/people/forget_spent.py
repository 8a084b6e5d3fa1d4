"""Forget what was only needed to keep strangers out."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from rent import store
from rent.store import codes, sessions, tries

KEPT_FOR: Final = timedelta(days=2)


def forget_spent(session: store.Session, *, now: datetime) -> int:
    """Delete codes, counts and sessions no rule can ask for again; return how many."""
    moment = now - KEPT_FOR
    return codes.forget_before(session, moment) + tries.forget_before(session, moment) + sessions.forget_before(session, moment)
