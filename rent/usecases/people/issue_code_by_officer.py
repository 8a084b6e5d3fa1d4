"""Let an officer give somebody a code to sign in with, once they have called them back."""

from __future__ import annotations

import secrets
from datetime import date, datetime

from rent import store
from rent.domain.identity import CODE_DIGITS, OFFICER_CODE_LASTS
from rent.domain.keyed_hash import KeyedHash
from rent.domain.officer import Action, Officer
from rent.domain.tenancy import PersonId
from rent.store import access, codes, tenants, timeline


def issue_code_by_officer(
    session: store.Session, *, officer: Officer, public_id: str, person_id: PersonId, hashes: KeyedHash, now: datetime, today: date
) -> str:
    """
    Return a code that lasts 30 minutes, to be read out and shown nowhere again.

    The tenant asks for a code in the portal as ever, and types this one instead. A newer code
    takes the place of an older.

    :raises NoSuchRecord: if the officer may not reach the tenancy, or the person is no tenant of it
    """
    reached = access.tenancy_for_officer(session, officer, public_id, action=Action.ISSUE_SIGN_IN_CODE, reason="", now=now)
    tenant = tenants.tenant(session, person_id, reached.id, today=today)
    if tenant is None:
        raise access.NoSuchRecord
    code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
    # No browser asked for it, so nothing any browser holds leads to this request.
    request = hashes.of("request", secrets.token_urlsafe())
    codes.add(
        session,
        request=request,
        code_hash=hashes.of("code", request, code),
        person_id=tenant.person_id,
        tenancy_id=tenant.tenancy_id,
        created_at=now,
        expires_at=now + OFFICER_CODE_LASTS,
        issued_by=officer.id,
    )
    timeline.write(
        session,
        tenant.tenancy_id,
        timeline.Happened.SIGN_IN_CODE_ISSUED,
        actor=f"officer:{officer.id}",
        at=now,
        today=today,
        person_id=tenant.person_id,
    )
    return code
