"""Show a tenant where their own money stands."""

from __future__ import annotations

from datetime import date

from rent import store
from rent.domain.tenancy import PersonId, TenancyId
from rent.store import access
from rent.usecases.accounts.summarise import TenancySummary, summarise_tenancy


def see_own_summary(session: store.Session, *, person_id: PersonId, tenancy_id: TenancyId, today: date) -> TenancySummary:
    """
    Return where the money of a tenant's own tenancy stands today.

    :raises NoSuchRecord: if they are not a tenant of it today
    """
    own = access.tenancy_for_tenant(session, person_id, tenancy_id, today=today)
    return summarise_tenancy(session, tenancy_id=own.tenancy.id, today=today)
