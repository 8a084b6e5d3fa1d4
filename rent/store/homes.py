"""The landlord, and the rent calendar each tenancy is charged by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from rent.domain.periods import ChargeCycle
from rent.domain.tenancy import Region, TenancyId
from rent.store.tables.homes import landlord, tenancies


class NoSuchTenancy(Exception):
    """There is no such tenancy."""


class NoLandlord(Exception):
    """No landlord's data has been loaded yet."""


@dataclass(frozen=True, slots=True)
class Landlord:
    """Whose homes these are."""

    name: str
    region: Region
    phone: str
    is_demo: bool


@dataclass(frozen=True, slots=True)
class Calendar:
    """When a tenancy is charged. ``ends_on`` is its last day."""

    cycle: ChargeCycle
    rent_free: frozenset[date]
    starts_on: date
    ends_on: date | None


def the_landlord(session: Connection) -> Landlord:
    """
    Return the landlord this database belongs to.

    :raises NoLandlord: if nothing has been loaded yet
    """
    row = session.execute(select(landlord)).mappings().one_or_none()
    if row is None:
        raise NoLandlord("load the landlord's data first: evenkeel import FOLDER, or evenkeel demo-data")
    return Landlord(row["name"], row["region"], row["phone"], bool(row["is_demo"]))


def calendar_of(session: Connection, tenancy_id: TenancyId) -> Calendar:
    """
    Return when a tenancy is charged.

    :raises NoSuchTenancy: if there is none
    """
    wanted = select(tenancies.c.charge_cycle, tenancies.c.rent_free_weeks, tenancies.c.starts_on, tenancies.c.ends_on)
    row = session.execute(wanted.where(tenancies.c.id == tenancy_id)).mappings().one_or_none()
    if row is None:
        raise NoSuchTenancy
    rent_free = frozenset(date.fromisoformat(day) for day in row["rent_free_weeks"])
    return Calendar(row["charge_cycle"], rent_free, row["starts_on"], row["ends_on"])
