"""How a journey moves about the officer console."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from urllib.parse import quote

import pyotp
from playwright.sync_api import Browser, Locator, Page, expect
from sqlalchemy import select

from rent import runtime
from rent.domain.identity import SessionKind
from rent.domain.officer import OfficerId, Role
from rent.store import sessions
from rent.store.tables.homes import patches, properties, tenancies
from rent.store.tables.records import record_views
from rent.usecases.officers.create_officer import create_officer
from tests.journeys.house import House
from tests.journeys.street import Neighbour

PASSWORD = "a pass phrase of many words"
_number = count(1)


@dataclass(frozen=True)
class Colleague:
    """An officer, and what they sign in with."""

    id: OfficerId
    email: str
    totp: pyotp.TOTP


def take_on(house: House, role: Role = Role.OFFICER, *patch_of: Neighbour, name: str = "Bev Price") -> Colleague:
    """Take an officer on, with the patches these neighbours live on."""
    email = f"officer{next(_number)}@landlord.example"
    with house.writing() as session:
        codes = [_patch_code(session, who) for who in patch_of]
        new = create_officer(session, email=email, name=name, role=role, password=PASSWORD, patches=codes, issuer="Evenkeel")
    return Colleague(new.officer_id, email, pyotp.parse_uri(new.totp_uri))


def console_of(house: House) -> str:
    """Return the officers' door."""
    return house.origins["officer_console"]


def sign_in_officer(page: Page, house: House, who: Colleague) -> None:
    """Sign in as an officer does: email address, password and the code of the moment."""
    page.goto(f"{console_of(house)}/sign-in")
    page.get_by_label("Email address").fill(who.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("Code from your authenticator").fill(who.totp.now())
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Find a tenancy")).to_be_visible()


def let_officer_in(page: Page, house: House, who: Colleague) -> None:
    """Give the browser an officer's session, for journeys that are not about signing in."""
    with house.writing() as session:
        secret = sessions.start(session, SessionKind.OFFICER, now=runtime.now(), officer_id=who.id)
    cookie = {"name": "officer", "value": secret, "url": console_of(house), "httpOnly": True, "sameSite": "Strict"}
    page.context.add_cookies([cookie])


def find(page: Page, house: House, words: str) -> Locator:
    """Search, and return the results."""
    page.goto(console_of(house))
    page.get_by_label("Reference, name, address, postcode or phone number").fill(words)
    page.get_by_role("button", name="Search").click()
    results = page.get_by_role("table", name="Tenancies found")
    expect(results).to_be_visible()
    return results


def open_tenancy_of(page: Page, house: House, who: Neighbour) -> None:
    """Open a neighbour's tenancy by its address."""
    page.goto(f"{console_of(house)}/tenancy?id={public_id_of(house, who)}")


def text_from_phone(page: Page, house: House, who: Neighbour, words: str) -> None:
    """Have a tenant text the landlord."""
    sent = page.request.post(f"{house.phone}/send", form={"number": who.phone, "body": words}, max_redirects=0)
    assert sent.status == 303


def phone_of(browser: Browser, house: House, who: Neighbour) -> Page:
    """Return a tab with somebody's phone."""
    phone = browser.new_context().new_page()
    phone.goto(f"{house.phone}?number={quote(who.phone)}")
    return phone


def looks_of(house: House, officer: Colleague) -> list[tuple[str, bool, str]]:
    """Return what an officer looked at or did: the action, whether on their patch, and why."""
    columns = (record_views.c.action, record_views.c.on_patch, record_views.c.reason)
    with house.reading() as session:
        found = select(*columns).where(record_views.c.officer_id == officer.id).order_by(record_views.c.id)
        return [tuple(row) for row in session.execute(found)]


def public_id_of(house: House, who: Neighbour) -> str:
    """Return what stands for a neighbour's tenancy in addresses."""
    with house.reading() as session:
        return str(session.execute(select(tenancies.c.public_id).where(tenancies.c.id == who.tenancy)).scalar_one())


def _patch_code(session, who: Neighbour) -> str:
    home = select(patches.c.code).join(properties, properties.c.patch_id == patches.c.id)
    lived_in = home.join(tenancies, tenancies.c.property_id == properties.c.id).where(tenancies.c.id == who.tenancy)
    return str(session.execute(lived_in).scalar_one())
