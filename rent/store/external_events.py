"""The inbox: what came from outside, kept once, before anybody thinks about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NewType

from sqlalchemy import Connection, RowMapping, Select, func, select, update

from rent.store.dialect import insert_if_new
from rent.store.tables.records import external_events

EventRowId = NewType("EventRowId", int)


@dataclass(frozen=True, slots=True)
class KeptEvent:
    """An event in the inbox. ``trouble`` says why it has not been handled."""

    id: EventRowId
    source: str
    external_id: str
    kind: str
    payload: Mapping[str, Any]
    received_at: datetime
    attempts: int
    trouble: str | None


def keep(session: Connection, *, source: str, external_id: str, kind: str, payload: Mapping[str, object], received_at: datetime) -> bool:
    """Keep an event, to be handled at once; return False, and change nothing, if it was here before."""
    row = {
        "source": source,
        "external_id": external_id,
        "kind": kind,
        "payload": payload,
        "received_at": received_at,
        "try_again_at": received_at,
        "attempts": 0,
    }
    return insert_if_new(session, external_events, row, unique=("source", "external_id")) is not None


def claim(session: Connection, *, source: str, now: datetime, until: datetime, limit: int) -> tuple[KeptEvent, ...]:
    """
    Return the oldest events that are due, and keep others away from them for a while.

    Should the caller die, they are due again at ``until``.
    """
    due = (
        select(external_events)
        .where(external_events.c.source == source, external_events.c.handled_at.is_(None), external_events.c.try_again_at <= now)
        .order_by(external_events.c.try_again_at, external_events.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    found = tuple(_kept(row) for row in session.execute(due).mappings())
    if found:
        mine = external_events.c.id.in_([event.id for event in found])
        session.execute(update(external_events).where(mine).values(try_again_at=until))
    return found


def handled(session: Connection, event_id: EventRowId, *, at: datetime) -> None:
    """Say that an event has had its effect."""
    done = {"handled_at": at, "try_again_at": None, "trouble": None, "attempts": external_events.c.attempts + 1}
    session.execute(update(external_events).where(external_events.c.id == event_id).values(done))


def put_aside(session: Connection, event_id: EventRowId, *, trouble: str, try_again_at: datetime | None) -> None:
    """Say why an event could not be handled, and when to try again; without a moment, a person must look."""
    aside = {"trouble": trouble, "try_again_at": try_again_at, "attempts": external_events.c.attempts + 1}
    session.execute(update(external_events).where(external_events.c.id == event_id).values(aside))


def try_anew(session: Connection, event_id: EventRowId, *, now: datetime) -> bool:
    """Make an event that was put aside due again; return whether there was one."""
    aside = external_events.c.handled_at.is_(None) & (external_events.c.id == event_id)
    changed = session.execute(update(external_events).where(aside).values(try_again_at=now, attempts=0))
    return changed.rowcount > 0


def for_a_person(session: Connection, *, limit: int) -> tuple[KeptEvent, ...]:
    """Return the events nobody will try again by themselves, newest first."""
    aside = external_events.c.handled_at.is_(None) & external_events.c.try_again_at.is_(None)
    return _all(session, select(external_events).where(aside).order_by(external_events.c.id.desc()).limit(limit))


def latest_handled(session: Connection, *, source: str) -> datetime | None:
    """Return when the newest handled event of a source came in."""
    newest = select(func.max(external_events.c.received_at))
    found = session.execute(newest.where(external_events.c.source == source, external_events.c.handled_at.is_not(None)))
    moment: datetime | None = found.scalar_one_or_none()
    return moment


def _all(session: Connection, found: Select[Any]) -> tuple[KeptEvent, ...]:
    return tuple(_kept(row) for row in session.execute(found).mappings())


def _kept(row: RowMapping) -> KeptEvent:
    return KeptEvent(
        id=EventRowId(row["id"]),
        source=row["source"],
        external_id=row["external_id"],
        kind=row["kind"],
        payload=row["payload"],
        received_at=row["received_at"],
        attempts=row["attempts"],
        trouble=row["trouble"],
    )
