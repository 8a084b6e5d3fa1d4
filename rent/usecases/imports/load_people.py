"""Load people: who they are, their place on a tenancy, how to reach them and what they need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import attrgetter
from typing import Any, Final

from rent import store
from rent.domain.extract import PersonLine
from rent.domain.names import folded
from rent.domain.tenancy import Channel, NumberStatus
from rent.store import bulk
from rent.store.bulk import Row
from rent.store.tables.homes import tenancies
from rent.store.tables.people import contact_points, needs, persons, tenancy_members
from rent.usecases.imports.loaded import Loaded, keep_ours, take_theirs

NEED_REVIEWED_AFTER: Final = timedelta(days=365)


def load_people(session: store.Session, *, lines: Sequence[PersonLine], now: datetime, today: date, write: bool) -> Loaded:
    """
    Bring people up to date. All the lines of a person must stand together in one batch; the first says who they are.

    Where the extract and we differ, whichever is more careful with a person is kept, and so are a
    tenant's own choices made here: language, preferred channel, and having opted out.
    """
    loaded = Loaded()
    first = [next(theirs) for _, theirs in groupby(lines, key=attrgetter("reference"))]
    told = bulk.merge(session, persons, [_person(line) for line in first], key=("reference",), settle=_settle_person, write=write)
    loaded.note((line.line for line in first), told)
    ids = bulk.ids_of(session, persons, (line.reference for line in lines))
    held = bulk.ids_of(session, tenancies, (line.tenancy for line in lines))
    places = [_place(line, ids.get(line.reference), held.get(line.tenancy)) for line in lines]
    told = bulk.merge(session, tenancy_members, places, key=("tenancy_id", "person_id"), settle=take_theirs, write=write)
    loaded.note((line.line for line in lines), told)
    points = [(line.line, point) for line in first for point in _contacts(line, ids.get(line.reference), now)]
    told = bulk.merge(session, contact_points, _rows(points), key=("person_id", "channel", "value"), settle=_settle_contact, write=write)
    loaded.note((line for line, _ in points), told)
    wanted = [(line.line, need) for line in first for need in _needs(line, ids.get(line.reference), today)]
    told = bulk.merge(session, needs, _rows(wanted), key=("person_id", "need"), settle=keep_ours, write=write)
    loaded.note((line for line, _ in wanted), told)
    return loaded


def _rows(numbered: Iterable[tuple[int, dict[str, Any]]]) -> list[dict[str, Any]]:
    return [row for _, row in numbered]


def _person(line: PersonLine) -> dict[str, Any]:
    return {
        "reference": line.reference,
        "full_name": line.full_name,
        "search_name": folded(line.full_name)[:160],
        "date_of_birth": _day(line.date_of_birth),
        "language": line.language,
        "neutral_wording_only": bool(line.neutral_wording_only),
        "deceased_on": _day(line.deceased_on),
    }


def _settle_person(ours: Row, theirs: Row) -> Row:
    return {
        "full_name": theirs["full_name"],
        "search_name": theirs["search_name"],
        "date_of_birth": theirs["date_of_birth"] or ours["date_of_birth"],
        "neutral_wording_only": ours["neutral_wording_only"] or theirs["neutral_wording_only"],
        "deceased_on": theirs["deceased_on"] or ours["deceased_on"],
    }


def _place(line: PersonLine, person: int | None, tenancy: int | None) -> dict[str, Any]:
    return {"tenancy_id": tenancy, "person_id": person, "role": line.role, "starts_on": _day(line.since), "ends_on": _day(line.until)}


def _contacts(line: PersonLine, person: int | None, now: datetime) -> Iterable[dict[str, Any]]:
    for channel, value, safe in ((Channel.SMS, line.phone, line.safe_to_text), (Channel.EMAIL, line.email, line.safe_to_email)):
        if value:
            yield {
                "person_id": person,
                "channel": channel,
                "value": value,
                "status": NumberStatus.HELD,
                "is_safe": bool(safe),
                "is_preferred": line.prefers == channel,
                "opted_out": False,
                "usable_from": None,
                "since": now,
            }


def _settle_contact(ours: Row, theirs: Row) -> Row:
    return {"is_safe": ours["is_safe"] and theirs["is_safe"]}


def _needs(line: PersonLine, person: int | None, today: date) -> Iterable[dict[str, Any]]:
    for need in line.needs.split():
        yield {
            "person_id": person,
            "need": need,
            "purpose": "Recorded by the housing system, to be confirmed with the person",
            "source": "extract",
            "review_on": today + NEED_REVIEWED_AFTER,
        }


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
