"""Keep what our texts say fit for somebody else's eyes."""

from __future__ import annotations

from datetime import date, datetime

from rent import store
from rent.domain.tenancy import PersonId, TenancyId
from rent.store import access, tenants, timeline


def keep_wording_neutral(session: store.Session, *, person_id: PersonId, tenancy_id: TenancyId, now: datetime, today: date) -> None:
    """
    Say nothing of rent or money in texts to a tenant from now on.

    Only an officer undoes it, once they have spoken to the tenant: whoever reads the phone may also be signed in here.

    :raises NoSuchRecord: if they are not a tenant there today
    """
    own = access.tenancy_for_tenant(session, person_id, tenancy_id, today=today)
    if not tenants.keep_wording_neutral(session, own.person_id):
        return
    timeline.write(
        session,
        own.tenancy.id,
        timeline.Happened.PREFERENCES_CHANGED,
        actor=f"person:{person_id}",
        at=now,
        today=today,
        person_id=person_id,
        neutral_wording_only=True,
    )
