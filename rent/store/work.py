"""Which day's work is done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import Connection, func, select

from rent.store.dialect import insert_if_new
from rent.store.tables.records import work_done


def latest_day(session: Connection, job: str) -> date | None:
    """Return the latest day a job was finished for."""
    found: date | None = session.execute(select(func.max(work_done.c.for_day)).where(work_done.c.job == job)).scalar_one()
    return found


def finish(session: Connection, job: str, day: date, *, began_at: datetime, now: datetime, counts: Mapping[str, int]) -> bool:
    """Note that a job is done for a day; return whether nobody had noted it before."""
    row = {"job": job, "for_day": day, "started_at": began_at, "finished_at": now, "counts": dict(counts)}
    return insert_if_new(session, work_done, row, unique=("job", "for_day")) is not None
