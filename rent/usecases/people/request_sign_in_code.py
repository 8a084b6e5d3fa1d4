"""Send a one-time code to somebody who says who they are."""

from __future__ import annotations

import secrets
from datetime import date, datetime

from rent import store
from rent.domain.identity import CODE_DIGITS, CODE_LASTS, CODES_A_DAY, CODES_AN_HOUR, as_typed, where_to_send
from rent.domain.keyed_hash import KeyedHash
from rent.domain.message import Author, MessageClass
from rent.domain.tenancy import ContactPoint
from rent.store import codes, contacts, outbox, tenants
from rent.usecases.people.turnstile import Turnstile
from rent.words import _


def request_sign_in_code(
    session: store.Session, *, reference: str, born_on: date, address: str, hashes: KeyedHash, now: datetime, today: date
) -> str:
    """
    Send a code to the phone on file, if there is one for a tenant of that reference and birthday.

    Return what the asking browser must hold to use the code, which tells nothing: there is one
    whether or not anybody was found, had a safe phone, or has asked too often.
    """
    token = secrets.token_urlsafe()
    request = hashes.of("request", token)
    turnstile = Turnstile(session, hashes, now)
    tenant = _find(turnstile, as_typed(reference), born_on, today) if turnstile.admits(address) else None
    contact = _contact(turnstile, tenant, today) if tenant else None
    # A code nobody is told cannot be guessed either, so it is not one of a million.
    code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}" if contact else secrets.token_urlsafe()
    codes.add(
        session,
        request=request,
        code_hash=hashes.of("code", request, code),
        person_id=tenant.person_id if tenant else None,
        tenancy_id=tenant.tenancy_id if tenant else None,
        created_at=now,
        expires_at=now + CODE_LASTS,
    )
    if tenant and contact:
        turnstile.count(CODES_AN_HOUR, _codes_of(tenant))
        _send(session, tenant, contact, code=code, request=request, now=now)
    return token


def _find(turnstile: Turnstile, reference: str, born_on: date, today: date) -> tenants.Tenant | None:
    found = tenants.found_by(turnstile.session, reference, born_on, today=today)
    if found is None:
        turnstile.fail(reference)
    return found


def _contact(turnstile: Turnstile, tenant: tenants.Tenant, today: date) -> ContactPoint | None:
    if turnstile.is_locked(tenant.reference):
        return None
    if not all(turnstile.has_room(limit, _codes_of(tenant)) for limit in (CODES_AN_HOUR, CODES_A_DAY)):
        return None
    return where_to_send(contacts.of_person(turnstile.session, tenant.person_id), today)


def _codes_of(tenant: tenants.Tenant) -> str:
    # Joint tenants share a reference but not each other's codes.
    return f"person {tenant.person_id}"


def _send(session: store.Session, tenant: tenants.Tenant, contact: ContactPoint, *, code: str, request: str, now: datetime) -> None:
    outbox.put(
        session,
        command_id=f"sign-in-code:{request}",
        channel=contact.channel,
        to_address=contact.value,
        person_id=tenant.person_id,
        tenancy_id=tenant.tenancy_id,
        author=Author.SYSTEM,
        message_class=MessageClass.SECURITY,
        template="sign_in_code",
        language=tenant.language,
        body=_(
            "{code} is your code to sign in. It works for 10 minutes. Do not give it to anybody, whoever asks.", tenant.language, code=code
        ),
        shown_as=_("A code to sign in", tenant.language),
        wanted_at=now,
        expires_at=now + CODE_LASTS,
    )
