"""Show a tenant how we may reach them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rent import store
from rent.domain.tenancy import ContactPoint, PersonId, TenancyId
from rent.store import access, contacts, tenants


@dataclass(frozen=True, slots=True)
class Preferences:
    """The language somebody reads, whether our texts stay neutral, and every contact on file, usable or not."""

    language: str
    neutral_wording_only: bool
    contacts: tuple[ContactPoint, ...]


def see_own_preferences(session: store.Session, *, person_id: PersonId, tenancy_id: TenancyId, today: date) -> Preferences:
    """
    Return a tenant's own preferences.

    :raises NoSuchRecord: if they are not a tenant there today
    """
    own = access.tenancy_for_tenant(session, person_id, tenancy_id, today=today)
    neutral = tenants.wants_neutral_wording(session, own.person_id)
    return Preferences(own.language, neutral, contacts.of_person(session, own.person_id))
