"""Bring a tenancy an officer has open up to date."""

from __future__ import annotations

from datetime import date

from rent import store
from rent.domain.officer import Action, Officer
from rent.store import access, changes
from rent.usecases.cases.open import for_role
from rent.usecases.cases.read import Case, Shown, read_case


def refresh_tenancy(
    session: store.Session, *, officer: Officer, public_id: str, reason: str, shown: Shown, seen: str, today: date
) -> Case | None:
    """
    Return the case again if anything has changed since ``seen``, its mark then; else nothing.

    :raises NoSuchRecord: if they may not see it any more
    :raises ReasonNeeded: if it is off their patch now and they gave no reason
    """
    tenancy = access.tenancy_still_open(session, officer, public_id, action=Action.SEE_TENANCY, reason=reason)
    if changes.mark_of(session, tenancy.id) == seen:
        return None
    return for_role(officer, read_case(session, tenancy, shown=shown, today=today))
