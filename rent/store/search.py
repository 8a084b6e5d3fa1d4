"""Tenancies by what somebody knows of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, false, func, or_, select, true

from rent.domain.lookup import Lookup
from rent.domain.names import folded
from rent.domain.tenancy import Channel, MemberRole, PatchId, TenancyId
from rent.store.tables.accounts import rent_accounts
from rent.store.tables.homes import patches, properties, tenancies
from rent.store.tables.people import contact_points, persons, tenancy_members


@dataclass(frozen=True, slots=True)
class Found:
    """A tenancy that was found, with all there is to show of it."""

    id: TenancyId
    public_id: str
    reference: str
    patch_id: PatchId
    patch_name: str
    address: str
    postcode: str
    ends_on: date | None


def find(session: Connection, lookup: Lookup, *, own: Collection[PatchId], limit: int, by_person: bool = True) -> tuple[Found, ...]:
    """
    Return tenancies that match, those on one's own patches first and then by reference.

    Without ``by_person``, names and phone numbers find nothing.
    """
    columns = (
        tenancies.c.id,
        tenancies.c.public_id,
        tenancies.c.reference,
        properties.c.patch_id,
        patches.c.name,
        properties.c.address,
        properties.c.postcode,
        tenancies.c.ends_on,
    )
    elsewhere = properties.c.patch_id.not_in(list(own)) if own else true()
    found = (
        select(*columns)
        .join(properties, properties.c.id == tenancies.c.property_id)
        .join(patches, patches.c.id == properties.c.patch_id)
        .where(_matches(lookup, by_person=by_person))
        .order_by(elsewhere, tenancies.c.reference)
        .limit(limit)
    )
    return tuple(Found(*row) for row in session.execute(found))


def names_of(session: Connection, found: Collection[TenancyId]) -> dict[TenancyId, tuple[str, ...]]:
    """Return the tenants' names of some tenancies."""
    named = (
        select(tenancy_members.c.tenancy_id, persons.c.full_name)
        .join(persons, persons.c.id == tenancy_members.c.person_id)
        .where(tenancy_members.c.tenancy_id.in_(list(found)), tenancy_members.c.role == MemberRole.TENANT)
        .order_by(tenancy_members.c.tenancy_id, tenancy_members.c.starts_on, persons.c.id)
    )
    names: dict[TenancyId, tuple[str, ...]] = {}
    for tenancy_id, name in session.execute(named):
        names[tenancy_id] = (*names.get(tenancy_id, ()), name)
    return names


def _matches(lookup: Lookup, *, by_person: bool) -> ColumnElement[bool]:
    if lookup.postcode is not None:
        return properties.c.postcode == lookup.postcode
    if lookup.phone is not None:
        return tenancies.c.id.in_(_of_phone(lookup.phone)) if by_person else false()
    # Each kind of thing is asked for all the words, so that every question has one table to read.
    kinds = [tenancies.c.id.in_(_of_references(lookup.words)), properties.c.id.in_(_of_address(lookup.words))]
    if by_person:
        kinds.append(tenancies.c.id.in_(_of_names(lookup.words)))
    return or_(*kinds)


def _of_phone(phone: str) -> Select[Any]:
    reached = and_(contact_points.c.channel == Channel.SMS, contact_points.c.value == phone)
    return (
        select(tenancy_members.c.tenancy_id).join(contact_points, contact_points.c.person_id == tenancy_members.c.person_id).where(reached)
    )


def _of_references(words: tuple[str, ...]) -> Select[Any]:
    if len(words) > 1:
        return select(tenancies.c.id).where(false())
    own = select(tenancies.c.id).where(func.lower(tenancies.c.reference).startswith(words[0], autoescape=True))
    of_account = select(rent_accounts.c.tenancy_id).where(func.lower(rent_accounts.c.reference).startswith(words[0], autoescape=True))
    return own.union(of_account)  # type: ignore[return-value]


def _of_names(words: tuple[str, ...]) -> Select[Any]:
    named = (_begins_a_word(persons.c.search_name, folded(word)) for word in words)
    tenants = select(tenancy_members.c.tenancy_id).join(persons, persons.c.id == tenancy_members.c.person_id)
    return tenants.where(tenancy_members.c.role == MemberRole.TENANT, *named)


def _of_address(words: tuple[str, ...]) -> Select[Any]:
    whole = func.lower(properties.c.address + " " + properties.c.postcode)
    return select(properties.c.id).where(*(_begins_a_word(whole, word) for word in words))


def _begins_a_word(column: ColumnElement[Any], word: str) -> ColumnElement[bool]:
    return or_(column.startswith(word, autoescape=True), column.contains(f" {word}", autoescape=True))
