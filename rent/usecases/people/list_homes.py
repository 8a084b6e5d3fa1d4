"""List the homes a tenant can turn to."""

from __future__ import annotations

from datetime import date

from rent import store
from rent.domain.tenancy import PersonId
from rent.store import tenants


def list_homes(session: store.Session, *, person_id: PersonId, today: date) -> tuple[tenants.Home, ...]:
    """Return the tenancies a signed-in person holds today, the newest first."""
    return tenants.homes_of(session, person_id, today=today)
