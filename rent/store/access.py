"""
The one door to another person's record.

Not found and not allowed look the same from outside.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Connection, RowMapping, Select, insert, or_, select

from rent.domain.account import AccountId, AccountKind
from rent.domain.money import Money
from rent.domain.officer import Action, Officer, Reach, may_reach, reach_of
from rent.domain.periods import ChargeCycle
from rent.domain.tenancy import MemberRole, PatchId, PersonId, Regime, Region, TenancyId
from rent.store.tables.accounts import rent_accounts
from rent.store.tables.homes import properties, tenancies
from rent.store.tables.people import persons, tenancy_members
from rent.store.tables.records import record_views


class NoSuchRecord(Exception):
    """There is none the caller may see."""


class ReasonNeeded(Exception):
    """The record is off the officer's patch, and may be seen only with a reason that is logged."""


@dataclass(frozen=True, slots=True)
class Tenancy:
    """A tenancy the caller may see."""

    id: TenancyId
    public_id: str
    reference: str
    patch_id: PatchId
    region: Region
    address: str
    postcode: str
    regime: Regime
    cycle: ChargeCycle
    rent_free: frozenset[date]
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class OwnTenancy:
    """A tenancy as one of its tenants sees it."""

    tenancy: Tenancy
    person_id: PersonId
    full_name: str
    language: str


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """A rent account of a tenancy the caller is a tenant of."""

    id: AccountId
    tenancy_id: TenancyId
    reference: str
    kind: AccountKind
    balance: Money


def tenancy_for_tenant(session: Connection, person_id: PersonId, tenancy_id: TenancyId, *, today: date) -> OwnTenancy:
    """
    Return a tenant's own tenancy.

    :raises NoSuchRecord: if they are not a tenant of it today
    """
    row = (
        session.execute(
            _tenancies(persons.c.full_name, persons.c.language)
            .join(tenancy_members, tenancy_members.c.tenancy_id == tenancies.c.id)
            .join(persons, persons.c.id == tenancy_members.c.person_id)
            .where(tenancies.c.id == tenancy_id)
            .where(tenancy_members.c.person_id == person_id)
            .where(tenancy_members.c.role == MemberRole.TENANT)
            .where(tenancy_members.c.starts_on <= today)
            .where(or_(tenancy_members.c.ends_on.is_(None), tenancy_members.c.ends_on >= today))
            .where(persons.c.deceased_on.is_(None))
        )
        .mappings()
        .one_or_none()
    )
    if row is None:
        raise NoSuchRecord
    return OwnTenancy(_tenancy(row), person_id, row["full_name"], row["language"])


def account_for_tenant(session: Connection, person_id: PersonId, account_id: AccountId, *, today: date) -> OwnAccount:
    """
    Return an account of a tenant's own tenancy.

    :raises NoSuchRecord: if they are not a tenant today of the tenancy it belongs to
    """
    row = session.execute(select(rent_accounts).where(rent_accounts.c.id == account_id)).mappings().one_or_none()
    if row is None:
        raise NoSuchRecord
    own = tenancy_for_tenant(session, person_id, row["tenancy_id"], today=today)
    return OwnAccount(AccountId(row["id"]), own.tenancy.id, row["reference"], row["kind"], Money(row["balance_pence"]))


def tenancy_for_officer(session: Connection, officer: Officer, public_id: str, *, action: Action, reason: str, now: datetime) -> Tenancy:
    """
    Return a tenancy an officer may act on, and log that they looked.

    :raises NoSuchRecord: if there is none they may see
    :raises ReasonNeeded: if it is off their patch and they gave no reason
    """
    row = _within_reach(session, officer, public_id, action, reason)
    session.execute(
        insert(record_views).values(
            officer_id=officer.id,
            tenancy_id=row["id"],
            action=action.value,
            at=now,
            on_patch=row["patch_id"] in officer.patches,
            reason=reason.strip(),
        )
    )
    return _tenancy(row)


def tenancy_still_open(session: Connection, officer: Officer, public_id: str, *, action: Action, reason: str) -> Tenancy:
    """
    Return a tenancy an officer has open before them. That they opened it was logged then.

    :raises NoSuchRecord: if they may not see it any more
    :raises ReasonNeeded: if it is off their patch now and they gave no reason
    """
    return _tenancy(_within_reach(session, officer, public_id, action, reason))


def _within_reach(session: Connection, officer: Officer, public_id: str, action: Action, reason: str) -> RowMapping:
    row = session.execute(_tenancies().where(tenancies.c.public_id == public_id)).mappings().one_or_none()
    if row is None:
        raise NoSuchRecord
    if not may_reach(officer, action, row["patch_id"], reason=reason):
        if reach_of(officer.role, action) is Reach.PATCH_OR_REASON:
            raise ReasonNeeded
        raise NoSuchRecord
    return row


def _tenancies(*more: Column[Any]) -> Select[Any]:
    columns: tuple[Any, ...] = (*tenancies.c, properties.c.address, properties.c.postcode, properties.c.patch_id, properties.c.region)
    return select(*columns, *more).join(properties, properties.c.id == tenancies.c.property_id)


def _tenancy(row: RowMapping) -> Tenancy:
    return Tenancy(
        id=row["id"],
        public_id=row["public_id"],
        reference=row["reference"],
        patch_id=row["patch_id"],
        region=row["region"],
        address=row["address"],
        postcode=row["postcode"],
        regime=row["regime"],
        cycle=row["charge_cycle"],
        rent_free=frozenset(date.fromisoformat(day) for day in row["rent_free_weeks"]),
        starts_on=row["starts_on"],
        ends_on=row["ends_on"],
    )
