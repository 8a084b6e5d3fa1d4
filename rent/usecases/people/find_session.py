"""Find out which tenant is signed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from rent import store
from rent.domain.identity import SEEN_AGAIN_AFTER, SessionKind
from rent.domain.tenancy import PersonId, TenancyId
from rent.store import sessions, tenants


@dataclass(frozen=True, slots=True)
class TenantSession:
    """A tenant who is signed in. ``language`` is the one they chose, ``proved_at`` when they last used a code."""

    row_key: str
    person_id: PersonId
    tenancy_id: TenancyId
    language: str
    proved_at: datetime
    needs_touch: bool


def find_session(session: store.Session, *, row_key: str, now: datetime, today: date) -> TenantSession | None:
    """Return the tenant signed in by a row, while the session lives and they are a tenant there."""
    found = sessions.live(session, row_key, now)
    if found is None or found.times.kind is not SessionKind.TENANT or found.person_id is None or found.tenancy_id is None:
        return None
    tenant = tenants.tenant(session, found.person_id, found.tenancy_id, today=today)
    if tenant is None:
        return None
    return TenantSession(
        row_key=row_key,
        person_id=tenant.person_id,
        tenancy_id=tenant.tenancy_id,
        language=tenant.language,
        proved_at=found.times.created_at,
        needs_touch=now - found.times.last_seen_at >= SEEN_AGAIN_AFTER,
    )
