"""Who is behind a phone number, and whether anything may be sent there."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, or_, select, update

from rent.domain.tenancy import Channel, MemberRole, NumberStatus, PersonId, TenancyId
from rent.store.tables.homes import properties, tenancies
from rent.store.tables.people import contact_points, persons, tenancy_members


@dataclass(frozen=True, slots=True)
class Holder:
    """A tenant who has a number on file, and what they would be asked to prove it."""

    person_id: PersonId
    tenancy_id: TenancyId
    date_of_birth: date | None
    postcode: str
    language: str
    neutral_wording_only: bool
    deceased_on: date | None
    status: NumberStatus
    is_safe: bool
    opted_out: bool
    usable_from: date | None


@dataclass(frozen=True, slots=True)
class Number:
    """What is known of a number for one person."""

    status: NumberStatus
    is_safe: bool
    opted_out: bool
    usable_from: date | None
    deceased_on: date | None


def holders(session: Connection, channel: Channel, address: str, *, today: date) -> tuple[Holder, ...]:
    """Return every tenant, living or not, of a running tenancy who has this number on file."""
    tables = (contact_points, persons, tenancies, properties)
    columns = [
        next(table.c[field.name] for table in tables if field.name in table.c) for field in fields(Holder) if field.name != "tenancy_id"
    ]
    columns.insert(1, tenancies.c.id)
    found = (
        select(*columns)
        .select_from(contact_points)
        .join(persons, persons.c.id == contact_points.c.person_id)
        .join(tenancy_members, tenancy_members.c.person_id == persons.c.id)
        .join(tenancies, tenancies.c.id == tenancy_members.c.tenancy_id)
        .join(properties, properties.c.id == tenancies.c.property_id)
        .where(contact_points.c.channel == channel, contact_points.c.value == address)
        .where(
            tenancy_members.c.role == MemberRole.TENANT,
            tenancy_members.c.starts_on <= today,
            or_(tenancy_members.c.ends_on.is_(None), tenancy_members.c.ends_on >= today),
        )
        .order_by(tenancies.c.starts_on.desc(), tenancies.c.id.desc(), persons.c.id)
    )
    return tuple(Holder(*tuple(row)) for row in session.execute(found))


def standing(session: Connection, channel: Channel, addresses: Collection[str]) -> Mapping[tuple[PersonId, str], Number]:
    """Return what is known of these numbers, for each person who has one on file."""
    wanted = (
        select(
            contact_points.c.person_id,
            contact_points.c.value,
            contact_points.c.status,
            contact_points.c.is_safe,
            contact_points.c.opted_out,
            contact_points.c.usable_from,
            persons.c.deceased_on,
        )
        .join(persons, persons.c.id == contact_points.c.person_id)
        .where(contact_points.c.channel == channel, contact_points.c.value.in_(list(addresses)))
    )
    return {(person, value): Number(*rest) for person, value, *rest in session.execute(wanted)}


def set_opted_out(session: Connection, channel: Channel, address: str, *, opted_out: bool) -> None:
    """Keep a number's choice, for everybody who has it on file."""
    session.execute(update(contact_points).where(_is(channel, address)).values(opted_out=opted_out))


def set_status(session: Connection, channel: Channel, address: str, status: NumberStatus) -> None:
    """Keep what was learnt of a number, for everybody who has it on file."""
    session.execute(update(contact_points).where(_is(channel, address)).values(status=status))


def of_demo(session: Connection, *, limit: int) -> tuple[tuple[str, str], ...]:
    """Return some numbers on file with a name each, for the phone simulator of a demo."""
    found = (
        select(contact_points.c.value, persons.c.full_name)
        .join(persons, persons.c.id == contact_points.c.person_id)
        .where(contact_points.c.channel == Channel.SMS, contact_points.c.status.in_([NumberStatus.HELD, NumberStatus.CONFIRMED]))
        .order_by(contact_points.c.id)
        .limit(limit)
    )
    return tuple((value, name) for value, name in session.execute(found))


def _is(channel: Channel, address: str) -> ColumnElement[bool]:
    return and_(contact_points.c.channel == channel, contact_points.c.value == address)
