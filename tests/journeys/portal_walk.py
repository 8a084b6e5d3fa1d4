"""How a journey moves about the portal."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, Page, expect

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
    expect(page.locator("main h1")).to_have_text(re.compile(r"\w"))
    expect(page.get_by_text("Getting your figures")).to_have_count(0)


def overflow(page: Page) -> int:
    """Return by how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
