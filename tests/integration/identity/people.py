"""People who sign in, and the steps they take."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

import pyotp
from sqlalchemy import Connection, select

from rent.domain.keyed_hash import KeyedHash
from rent.domain.officer import Officer, Role
from rent.domain.tenancy import PatchId, PersonId, TenancyId
from rent.store import officers, sessions
from rent.store.tables.homes import tenancies
from rent.store.tables.messages import outbox
from rent.usecases.officers.create_officer import create_officer
from rent.usecases.people.find_session import TenantSession, find_session
from rent.usecases.people.request_sign_in_code import request_sign_in_code
from rent.usecases.people.sign_in_with_code import Welcome, sign_in_with_code
from tests.builders import save_contact_point, save_patch, save_tenancy, save_tenant

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
BORN = date(1980, 2, 29)
SECRET = "a secret of a house under test, long enough"
HASHES = KeyedHash(SECRET.encode())
ADDRESS = "203.0.113.7"
PASSWORD = "two herons by the weir"
_number = count(100)


@dataclass(frozen=True)
class Person:
    """A tenant, and what they know."""

    person_id: PersonId
    tenancy_id: TenancyId
    reference: str
    phone: str
    born: date = BORN


def a_tenant(session: Connection, *, tenancy_id: TenancyId | None = None, contact: dict[str, Any] | None = None, **said: Any) -> Person:
    """Keep a tenant with a phone on file; ``contact`` says what is odd about it."""
    held = tenancy_id or save_tenancy(session)
    person = save_tenant(session, held, **({"born": BORN} | said))
    phone = f"+447700900{next(_number)}"
    save_contact_point(session, person, phone, **contact or {})
    return Person(person, held, reference_of(session, held), phone, said.get("born", BORN))


def reference_of(session: Connection, tenancy_id: TenancyId) -> str:
    """Return a tenancy's rent reference."""
    return str(session.execute(select(tenancies.c.reference).where(tenancies.c.id == tenancy_id)).scalar_one())


def public_id_of(session: Connection, tenancy_id: TenancyId) -> str:
    """Return what stands for a tenancy in addresses of pages."""
    return str(session.execute(select(tenancies.c.public_id).where(tenancies.c.id == tenancy_id)).scalar_one())


def asks(session: Connection, who: Person, *, at: datetime = NOW, address: str = ADDRESS, **instead: Any) -> str:
    """Ask for a code; return what the browser then holds."""
    said: dict[str, Any] = {"reference": who.reference, "born_on": who.born} | instead
    return request_sign_in_code(session, address=address, hashes=HASHES, now=at, today=at.date(), **said)


def tries_code(session: Connection, browser: str, code: str, *, at: datetime = NOW, address: str = ADDRESS) -> Welcome | None:
    """Type a code."""
    facts = {"address": address, "hashes": HASHES, "now": at, "today": at.date()}
    return sign_in_with_code(session, request_token=browser, code=code, **facts)


def texts_to(session: Connection, phone: str) -> list[Any]:
    """Return the texts wanted for a phone, oldest first."""
    return list(session.execute(select(outbox).where(outbox.c.to_address == phone).order_by(outbox.c.id)))


def code_on(session: Connection, who: Person) -> str:
    """Return the code in the latest text on a person's phone."""
    return "".join(letter for letter in texts_to(session, who.phone)[-1].body if letter.isdecimal())[:6]


def another(code: str) -> str:
    """Return a code that is not this one."""
    return f"{(int(code) + 1) % 1_000_000:06}"


def signed_in(session: Connection, who: Person, *, at: datetime = NOW, seen: datetime | None = None) -> TenantSession:
    """Sign a tenant in and return their session, as it is found a moment later."""
    browser = asks(session, who, at=at)
    welcome = tries_code(session, browser, code_on(session, who), at=at)
    assert welcome is not None
    found = find_session(session, row_key=sessions.row_key_of(session, welcome.token) or "", now=seen or at, today=at.date())
    assert found is not None
    return found


def an_officer_at_work(
    session: Connection, *, role: Role = Role.OFFICER, patches: tuple[PatchId, ...] = ()
) -> tuple[Officer, str, pyotp.TOTP]:
    """Keep an officer; return them, their email address and their authenticator."""
    email = f"officer{next(_number)}@landlord.example"
    enrolled = create_officer(session, email=email, name="Bev Price", role=role, password=PASSWORD, patches=(), issuer="Afon Homes")
    officers.set_patches(session, enrolled.officer_id, patches)
    officer = officers.get(session, enrolled.officer_id)
    assert officer is not None
    return officer, email, pyotp.parse_uri(enrolled.totp_uri)  # type: ignore[return-value]


def patch_with_tenant(session: Connection) -> tuple[PatchId, Person]:
    """Keep a patch with one tenant on it."""
    patch = save_patch(session)
    return patch, a_tenant(session, tenancy_id=save_tenancy(session, patch_id=patch))


def minutes(number: float) -> timedelta:
    """Return some minutes."""
    return timedelta(minutes=number)
