"""Loads of the landlord's data: each run, and the rows it could not use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from rent.domain.extract import Counts, Part
from rent.store.spool import Waiting
from rent.store.tables.records import import_rejects, import_runs


@dataclass(frozen=True, slots=True)
class Reject:
    """A row that was set aside and has not been used since."""

    id: int
    file: str
    line: int
    reason: str
    row: Mapping[str, str]


def start(session: Connection, mapping: str, *, now: datetime) -> int:
    """Begin a run and return its number."""
    values = {"mapping": mapping, "started_at": now, "counts": {}}
    return int(session.execute(insert(import_runs).values(**values).returning(import_runs.c.id)).scalar_one())


def finish(session: Connection, run: int, counts: Mapping[Part, Counts], *, now: datetime) -> None:
    """End a run with what came of each of its files."""
    said: dict[str, Any] = {part.value.lower(): asdict(count) for part, count in counts.items()}
    session.execute(update(import_runs).where(import_runs.c.id == run).values(finished_at=now, counts=said))


def mapping_of(session: Connection, run: int) -> str | None:
    """Return the mapping a run was read with, or None if there is no such run."""
    return session.execute(select(import_runs.c.mapping).where(import_runs.c.id == run)).scalar_one_or_none()


def set_aside(session: Connection, run: int, rows: Sequence[Waiting]) -> None:
    """Keep rows that could not be used, but for those an earlier run keeps already, word for word."""
    kept = {(reject.file, reject.line, reject.reason, *reject.row.items()) for reject in _open_at(session, {row.line for row in rows})}
    fresh = [row for row in rows if (row.file, row.line, row.reason, *row.row.items()) not in kept]
    if fresh:
        session.execute(
            insert(import_rejects),
            [{"run_id": run, "file": row.file, "line": row.line, "reason": row.reason[:300], "row": row.row} for row in fresh],
        )


def waiting(session: Connection, run: int) -> tuple[Reject, ...]:
    """Return the rows a run set aside that have not been used since."""
    found = select(import_rejects).where(import_rejects.c.run_id == run, import_rejects.c.replayed_at.is_(None))
    rows = session.execute(found.order_by(import_rejects.c.file, import_rejects.c.line)).mappings()
    return tuple(Reject(row["id"], row["file"], row["line"], row["reason"], row["row"]) for row in rows)


def mark_replayed(session: Connection, ids: Iterable[int], *, now: datetime) -> None:
    """Say that set-aside rows have now been used."""
    for row_id in ids:
        session.execute(update(import_rejects).where(import_rejects.c.id == row_id).values(replayed_at=now))


def _open_at(session: Connection, lines: set[int]) -> list[Reject]:
    found = select(import_rejects).where(import_rejects.c.line.in_(lines), import_rejects.c.replayed_at.is_(None))
    return [Reject(row["id"], row["file"], row["line"], row["reason"], row["row"]) for row in session.execute(found).mappings()]
