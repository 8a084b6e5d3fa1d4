"""Post the rent that falls due on a day."""

from __future__ import annotations

from datetime import date, datetime

from rent import store
from rent.domain.periods import cycles_due
from rent.store import charges


def post_charges(session: store.Session, *, day: date, now: datetime, among: range | None = None) -> int:
    """
    Charge every open account whose period begins on a day, and return how many were charged.

    Doing it again charges nobody twice. ``among`` is one of ``charges.ranges``, for a caller who
    commits after each and so lets others write in between; without it all are charged at once.
    Source: domain.md RM-1, RM-4
    """
    due = cycles_due(day)
    if not due:
        return 0
    batches = charges.ranges(session) if among is None else (among,)
    return sum(charges.post(session, batch, day=day, cycles=due, recorded_at=now) for batch in batches)
