"""Who can sign in to the demo, and with what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rent import store
from rent.domain.officer import Role
from rent.store import landlords, officers
from rent.usecases.demo.add_officers import NAMES, email_of, password_from
from rent.usecases.demo.named import NAMED
from rent.usecases.demo.words import words


class NotADemo(Exception):
    """This database is no demo, and nobody's sign-in is given away."""


@dataclass(frozen=True, slots=True)
class DemoTenant:
    """A tenant of the demo. ``phone`` is missing where none is on file; ``postcode`` proves who texts from it."""

    title: str
    name: str
    reference: str
    date_of_birth: date
    postcode: str
    phone: str | None


@dataclass(frozen=True, slots=True)
class DemoOfficer:
    """An officer of the demo."""

    role: Role
    name: str
    email: str
    password: str
    totp_secret: str


@dataclass(frozen=True, slots=True)
class DemoSignIns:
    """Everybody worth being in the demo."""

    tenants: tuple[DemoTenant, ...]
    officers: tuple[DemoOfficer, ...]


def demo_sign_ins(session: store.Session) -> DemoSignIns:
    """
    Return the sign-ins of a demo landlord.

    :raises NotADemo: if the landlord is not one
    """
    landlord = landlords.find(session)
    if landlord is None or not landlord.is_demo:
        raise NotADemo
    tenants = (
        DemoTenant(named.title, tenant.name, named.reference, tenant.born, words().address(home)[1], tenant.phone)
        for home, named in enumerate(NAMED)
        for tenant in named.tenants
    )
    return DemoSignIns(tuple(tenants), tuple(filter(None, (_officer(session, role) for role in NAMES))))


def _officer(session: store.Session, role: Role) -> DemoOfficer | None:
    known = officers.credentials_of(session, email_of(role))
    if known is None:
        return None
    return DemoOfficer(role, NAMES[role], email_of(role), password_from(known.totp_secret), known.totp_secret)
