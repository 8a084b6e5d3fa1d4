"""What was tried, and how often. Whose it was is kept only as a keyed hash."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select

from rent.domain.identity import Counted, Limit
from rent.store.tables.identity import tries


def add(session: Connection, counted: Counted, whose: str, *, at: datetime) -> None:
    """Count one more."""
    session.execute(insert(tries).values(what=counted.value, whose=whose, at=at))


def is_used_up(session: Connection, limit: Limit, whose: str, *, now: datetime) -> bool:
    """Return whether the limit has been reached."""
    since = now - limit.within
    counted = select(func.count()).where(tries.c.what == limit.counted.value, tries.c.whose == whose, tries.c.at > since)
    return int(session.execute(counted).scalar_one()) >= limit.at_most


def wait_for_turn(session: Connection, whose: str) -> None:
    """Let nobody else count for the same until this transaction ends, so that ten at once are still ten."""
    # SQLite has one writer at a time anyway.
    if session.dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(int(whose[:15], 16))))


def forget_before(session: Connection, moment: datetime) -> int:
    """Delete what was counted before a moment; return how many."""
    return session.execute(delete(tries).where(tries.c.at < moment)).rowcount
