"""Show a tenant the texts between us and them."""

from __future__ import annotations

from datetime import date
from typing import Final

from rent import store
from rent.domain.tenancy import PersonId, TenancyId
from rent.store import access, threads

MESSAGES_MAX: Final = 100


def see_own_messages(session: store.Session, *, person_id: PersonId, tenancy_id: TenancyId, today: date) -> tuple[threads.Said, ...]:
    """
    Return the latest messages to and from a tenant, oldest first; a joint tenant's are their own.

    :raises NoSuchRecord: if they are not a tenant there today
    """
    own = access.tenancy_for_tenant(session, person_id, tenancy_id, today=today)
    return threads.of_person(session, own.person_id, limit=MESSAGES_MAX)
