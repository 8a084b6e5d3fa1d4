"""People as tenants: found by what they know, and what they hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, update

from rent.domain.tenancy import MemberRole, PersonId, TenancyId
from rent.store.tables.homes import properties, tenancies
from rent.store.tables.people import persons, tenancy_members


@dataclass(frozen=True, slots=True)
class Tenant:
    """A person, one tenancy of theirs, and the language they read."""

    person_id: PersonId
    tenancy_id: TenancyId
    reference: str
    language: str


@dataclass(frozen=True, slots=True)
class Home:
    """A tenancy a person holds, as they tell it from the others."""

    tenancy_id: TenancyId
    public_id: str
    address: str


def found_by(session: Connection, reference: str, born_on: date, *, today: date) -> Tenant | None:
    """
    Return the one tenant of a tenancy who was born on a day. It finds a record and opens none.

    Joint tenants with one birthday cannot be told apart, so neither is found.
    """
    found = (
        select(persons.c.id, tenancies.c.id, tenancies.c.reference, persons.c.language)
        .join(tenancy_members, tenancy_members.c.person_id == persons.c.id)
        .join(tenancies, tenancies.c.id == tenancy_members.c.tenancy_id)
        .where(tenancies.c.reference == reference, persons.c.date_of_birth == born_on, _is_tenant(today))
    )
    rows = session.execute(found.limit(2)).all()
    return Tenant(*rows[0]) if len(rows) == 1 else None


def tenant(session: Connection, person_id: PersonId, tenancy_id: TenancyId, *, today: date) -> Tenant | None:
    """Return a person as tenant of a tenancy, if they are one today."""
    found = (
        select(persons.c.id, tenancies.c.id, tenancies.c.reference, persons.c.language)
        .join(tenancy_members, tenancy_members.c.person_id == persons.c.id)
        .join(tenancies, tenancies.c.id == tenancy_members.c.tenancy_id)
        .where(persons.c.id == person_id, tenancies.c.id == tenancy_id, _is_tenant(today))
    )
    row = session.execute(found).one_or_none()
    return None if row is None else Tenant(*row)


def homes_of(session: Connection, person_id: PersonId, *, today: date) -> tuple[Home, ...]:
    """Return the tenancies a person holds today, the newest first."""
    found = (
        select(tenancies.c.id, tenancies.c.public_id, properties.c.address)
        .join(properties, properties.c.id == tenancies.c.property_id)
        .join(tenancy_members, tenancy_members.c.tenancy_id == tenancies.c.id)
        .join(persons, persons.c.id == tenancy_members.c.person_id)
        .where(persons.c.id == person_id, _is_tenant(today))
        .order_by(tenancies.c.starts_on.desc(), tenancies.c.id.desc())
    )
    return tuple(Home(*row) for row in session.execute(found))


def how_many(session: Connection, tenancy_id: TenancyId, *, today: date) -> int:
    """Return how many tenants hold a tenancy together today."""
    counted = select(func.count()).select_from(tenancy_members).join(persons, persons.c.id == tenancy_members.c.person_id)
    return int(session.execute(counted.where(tenancy_members.c.tenancy_id == tenancy_id, _is_tenant(today))).scalar_one())


def set_language(session: Connection, person_id: PersonId, language: str) -> None:
    """Keep the language a person reads."""
    session.execute(update(persons).where(persons.c.id == person_id).values(language=language))


def wants_neutral_wording(session: Connection, person_id: PersonId) -> bool:
    """Return whether texts to a person say nothing of rent or money."""
    return bool(session.execute(select(persons.c.neutral_wording_only).where(persons.c.id == person_id)).scalar_one())


def keep_wording_neutral(session: Connection, person_id: PersonId) -> bool:
    """Say nothing of rent or money in texts to a person; return whether that is new."""
    kept = update(persons).where(persons.c.id == person_id, persons.c.neutral_wording_only.is_(False)).values(neutral_wording_only=True)
    return session.execute(kept).rowcount == 1


def _is_tenant(today: date) -> ColumnElement[bool]:
    return and_(
        tenancy_members.c.role == MemberRole.TENANT,
        tenancy_members.c.starts_on <= today,
        or_(tenancy_members.c.ends_on.is_(None), tenancy_members.c.ends_on >= today),
        persons.c.deceased_on.is_(None),
    )
