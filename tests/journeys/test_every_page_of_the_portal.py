"""Every page, in every language, on a phone and on a desk: nothing in anybody's way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from rent import words
from tests.journeys.conftest import DESKTOP, PHONE
from tests.journeys.portal_walk import OPEN_PAGES, TENANT_PAGES, go, let_in, overflow

pytestmark = pytest.mark.browser

SCREENS = os.environ.get("EVENKEEL_SCREENS")
SIGHTS = [(locale, size) for locale in words.LOCALES for size in (PHONE, DESKTOP)]


@pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: f"{sight[0]}-{sight[1]['width']}")
@pytest.mark.parametrize("path", TENANT_PAGES + OPEN_PAGES)
def test_a_page_puts_up_no_barrier_and_fits_its_window(portal_alone, page, axe, path, sight):
    locale, size = sight
    page.set_viewport_size(size)
    let_in(page.context, portal_alone, portal_alone.street.in_arrears)

    go(page, portal_alone, path, locale)

    keep_screen(page, "portal", path, locale, size)
    assert axe(page) == []
    assert overflow(page) == 0
    assert page.locator("html").get_attribute("lang") == locale


@pytest.mark.parametrize("who", ["up_to_date", "in_credit"])
def test_home_of_those_who_owe_nothing_puts_up_no_barrier(portal_alone, page, axe, who):
    let_in(page.context, portal_alone, getattr(portal_alone.street, who))

    go(page, portal_alone, "/")

    assert axe(page) == []


@pytest.mark.parametrize("path", ["/statement", "/pay"])
def test_what_was_wrong_is_said_accessibly(portal_alone, page, axe, path):
    let_in(page.context, portal_alone, portal_alone.street.in_arrears)
    go(page, portal_alone, path)
    page.get_by_label("Other days" if path == "/statement" else "Another amount").check()

    page.get_by_role("button", name="Show the statement" if path == "/statement" else "Continue").click()

    expect(page.locator("#error-summary")).to_be_focused()
    assert axe(page) == []


def keep_screen(page, door, path, locale, size):
    """Save what the page looks like, where somebody asked for pictures."""
    if SCREENS:
        name = path.strip("/").replace("/", "-") or "home"
        folder = Path(SCREENS)
        folder.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=folder / f"{door}-{name}-{locale}-{size['width']}.png", full_page=True)
