"""Open a tenancy for an officer."""

from __future__ import annotations

from datetime import date, datetime

from rent import store
from rent.domain.officer import Action, Officer, Reach, reach_of
from rent.store import access
from rent.usecases.cases.mask import mask_case
from rent.usecases.cases.read import Case, Shown, read_case


def open_tenancy(
    session: store.Session, *, officer: Officer, public_id: str, reason: str, shown: Shown, now: datetime, today: date
) -> Case:
    """
    Return a tenancy's case, and log that the officer looked, and why.

    :raises NoSuchRecord: if there is none they may see
    :raises ReasonNeeded: if it is off their patch and they gave no reason
    """
    tenancy = access.tenancy_for_officer(session, officer, public_id, action=Action.SEE_TENANCY, reason=reason, now=now)
    return for_role(officer, read_case(session, tenancy, shown=shown, today=today))


def for_role(officer: Officer, case: Case) -> Case:
    """Return as much of a case as an officer's role sees."""
    return mask_case(case) if reach_of(officer.role, Action.SEE_TENANCY) is Reach.ALL_MASKED else case
