"""Let in whoever holds the code, in the browser that asked for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from rent import store
from rent.domain.identity import SessionKind
from rent.domain.keyed_hash import KeyedHash
from rent.store import codes, sessions, tenants, timeline
from rent.usecases.people.turnstile import Turnstile


@dataclass(frozen=True, slots=True)
class Welcome:
    """A session that has begun. ``has_other_homes`` when the person holds more than this tenancy."""

    token: str = field(repr=False)
    has_other_homes: bool


def sign_in_with_code(
    session: store.Session, *, request_token: str, code: str, address: str, hashes: KeyedHash, now: datetime, today: date
) -> Welcome | None:
    """
    Begin a session for the holder of a code; return None if it is refused.

    Refusing is no error, because the try it cost must be kept; and it does not say why.
    """
    turnstile = Turnstile(session, hashes, now)
    if not turnstile.admits(address):
        return None
    asked = codes.try_of_request(session, hashes.of("request", request_token), now=now)
    tenant = _asking(session, asked, today)
    if asked is None or tenant is None:
        return None
    right = _right(turnstile, asked, tenant, code)
    if right is None or not codes.use(session, right.id, now=now):
        turnstile.fail(tenant.reference)
        return None
    codes.use(session, asked.id, now=now)
    return _begin(session, tenant, now, today)


def _asking(session: store.Session, asked: codes.Code | None, today: date) -> tenants.Tenant | None:
    if asked is None or asked.person_id is None or asked.tenancy_id is None:
        return None
    return tenants.tenant(session, asked.person_id, asked.tenancy_id, today=today)


def _right(turnstile: Turnstile, asked: codes.Code, tenant: tenants.Tenant, code: str) -> codes.Code | None:
    hashes = turnstile.hashes
    if not turnstile.is_locked(tenant.reference) and hashes.agrees(asked.code_hash, "code", asked.request, code):
        return asked
    # An officer's code is the way through for the locked out and for those with no phone on file.
    given = codes.try_of_officer(turnstile.session, tenant.person_id, tenant.tenancy_id, now=turnstile.now)
    return given if given and hashes.agrees(given.code_hash, "code", given.request, code) else None


def _begin(session: store.Session, tenant: tenants.Tenant, now: datetime, today: date) -> Welcome:
    token = sessions.start(session, SessionKind.TENANT, now=now, person_id=tenant.person_id, tenancy_id=tenant.tenancy_id)
    timeline.write(
        session,
        tenant.tenancy_id,
        timeline.Happened.SIGNED_IN,
        actor=f"person:{tenant.person_id}",
        at=now,
        today=today,
        person_id=tenant.person_id,
    )
    return Welcome(token, has_other_homes=len(tenants.homes_of(session, tenant.person_id, today=today)) > 1)
