"""The people of a tenancy, with how each can be reached and what each needs."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from rent.domain.tenancy import ContactPoint, MemberRole, Need, PersonId, TenancyId
from rent.store import contacts
from rent.store.tables.people import needs, persons, tenancy_members


@dataclass(frozen=True, slots=True)
class Member:
    """One person of a tenancy, from the day they joined it until the last day they were in it."""

    person_id: PersonId
    full_name: str
    role: MemberRole
    language: str
    date_of_birth: date | None
    neutral_wording_only: bool
    deceased_on: date | None
    ends_on: date | None
    contacts: tuple[ContactPoint, ...]
    needs: tuple[Need, ...]

    def is_tenant(self, today: date) -> bool:
        """Return whether they are a living tenant today."""
        return self.role is MemberRole.TENANT and self.deceased_on is None and (self.ends_on is None or self.ends_on >= today)


def of_tenancy(session: Connection, tenancy_id: TenancyId) -> tuple[Member, ...]:
    """Return everybody who is or was in a tenancy, tenants first."""
    found = (
        select(
            persons.c.id,
            persons.c.full_name,
            tenancy_members.c.role,
            persons.c.language,
            persons.c.date_of_birth,
            persons.c.neutral_wording_only,
            persons.c.deceased_on,
            tenancy_members.c.ends_on,
        )
        .join(tenancy_members, tenancy_members.c.person_id == persons.c.id)
        .where(tenancy_members.c.tenancy_id == tenancy_id)
        .order_by(tenancy_members.c.role.desc(), tenancy_members.c.starts_on, persons.c.id)
    )
    rows = session.execute(found).all()
    needed = _needs(session, [row.id for row in rows])
    return tuple(Member(*row, contacts.of_person(session, row.id), needed.get(row.id, ())) for row in rows)


def _needs(session: Connection, people: Collection[PersonId]) -> dict[PersonId, tuple[Need, ...]]:
    found = select(needs.c.person_id, needs.c.need).where(needs.c.person_id.in_(list(people))).order_by(needs.c.id)
    each: dict[PersonId, tuple[Need, ...]] = {}
    for person_id, need in session.execute(found):
        each[person_id] = (*each.get(person_id, ()), need)
    return each
