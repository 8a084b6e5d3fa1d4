"""How a journey moves about the portal."""

from __future__ import annotations

import re
from urllib.parse import quote

from playwright.sync_api import BrowserContext, Page, expect
from sqlalchemy import select

from rent.store.tables.accounts import rent_accounts
from tests.journeys.house import House
from tests.journeys.street import Neighbour
from web.localised import in_locale

TENANT_PAGES = ("/", "/statement", "/pay", "/messages", "/preferences")
OPEN_PAGES = ("/help", "/accessibility", "/privacy", "/problem")


def let_in(context: BrowserContext, house: House, who: Neighbour) -> None:
    """Give the browser a session, for journeys that are not about signing in."""
    context.add_cookies([{"name": "tenant", "value": house.session_of(who), "url": house.portal}])


def go(page: Page, house: House, path: str, locale: str = "en") -> None:
    """Open a page and wait until its figures have come."""
    page.goto(house.portal + in_locale(path, locale))
    landlord = page.locator(".ek-header__landlord")
    expect(landlord).to_have_text("Afon Homes", timeout=10_000)
    expect(page.locator("main h1")).to_have_text(re.compile(r"\S"))
    expect(page.get_by_text("Getting your figures")).to_have_count(0)


def overflow(page: Page) -> int:
    """Return by how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def sign_in(page: Page, house: House, who: Neighbour) -> None:
    """Sign in as somebody does: reference, date of birth, and the code from their phone."""
    page.goto(house.portal)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("Rent reference").fill(who.reference)
    page.get_by_label("Day").fill(str(who.born.day))
    page.get_by_label("Month").fill(str(who.born.month))
    page.get_by_label("Year").fill(str(who.born.year))
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_label("Code").fill(code_on_phone(page.context, house, who))
    page.get_by_role("button", name="Sign in").click()


def code_on_phone(context: BrowserContext, house: House, who: Neighbour) -> str:
    """Look at somebody's phone until the code is there, and return it."""
    phone = context.new_page()
    phone.goto(f"{house.phone}?number={quote(who.phone)}")
    text = phone.get_by_text(re.compile(r"\b\d{6}\b")).last
    expect(text).to_be_visible(timeout=15_000)
    found = re.search(r"\b\d{6}\b", text.inner_text())
    phone.close()
    assert found is not None
    return found[0]


def typed_amount(page: Page, house: House, amount: str) -> None:
    """Choose another amount to pay, and go on to the check."""
    go(page, house, "/pay")
    other = page.get_by_label("Another amount")
    if other.count():
        other.check()
    page.get_by_label("Amount in pounds").fill(amount)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", name="Check your payment")).to_be_visible()


def pay_on_card_page(page: Page, card: str = "4242 4242 4242 4242") -> None:
    """Fill in the provider's page."""
    page.get_by_label("Card number").fill(card)
    page.get_by_role("button", name=re.compile(r"^Pay £[\d.]+$")).click()


def balance_of(house: House, who: Neighbour) -> int:
    """Return what the ledger says somebody owes, in pence."""
    with house.reading() as session:
        return int(session.execute(select(rent_accounts.c.balance_pence).where(rent_accounts.c.id == who.account)).scalar_one())
