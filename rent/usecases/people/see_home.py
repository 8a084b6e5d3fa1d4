"""Show a tenant where their own money stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rent import store
from rent.domain.tenancy import PersonId, TenancyId
from rent.store import access, tenants
from rent.usecases.accounts.summarise import TenancySummary, summarise_tenancy


@dataclass(frozen=True, slots=True)
class HomeFacts:
    """A tenancy as its tenant sees it first. ``ended_on`` is its last day, if that has passed."""

    own: access.OwnTenancy
    summary: TenancySummary
    is_joint: bool
    ended_on: date | None


def see_home(session: store.Session, *, person_id: PersonId, tenancy_id: TenancyId, today: date) -> HomeFacts:
    """
    Return where a tenant's own tenancy stands today.

    :raises NoSuchRecord: if they are not a tenant there
    """
    own = access.tenancy_for_tenant(session, person_id, tenancy_id, today=today)
    last = own.tenancy.ends_on
    return HomeFacts(
        own=own,
        summary=summarise_tenancy(session, tenancy_id=tenancy_id, today=today),
        is_joint=tenants.how_many(session, tenancy_id, today=today) > 1,
        ended_on=last if last is not None and last < today else None,
    )
