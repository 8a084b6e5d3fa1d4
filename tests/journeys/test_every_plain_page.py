"""Every page that needs no script, in every language, on a phone and on a desk, with script switched off."""

from __future__ import annotations

import pytest

from rent import runtime
from rent.domain.money import pounds
from rent.usecases.payments.make_link import make_payment_link
from tests.journeys.portal_walk import let_in, overflow
from tests.journeys.test_every_page_of_the_portal import SIGHTS, keep_screen
from web.localised import in_locale

pytestmark = pytest.mark.browser

PAGES = ("/sign-in", "/lite/balance", "/lite/pay", "/p/link", "/p/a-link-that-never-was")


@pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: f"{sight[0]}-{sight[1]['width']}")
@pytest.mark.parametrize("path", PAGES)
def test_a_plain_page_puts_up_no_barrier_and_fits_its_window(portal_alone, context, axe, path, sight):
    locale, size = sight
    page = context.new_page()
    page.set_viewport_size(size)
    if path.startswith("/lite"):
        let_in(context, portal_alone, portal_alone.street.in_arrears)
    address = path.replace("/p/link", f"/p/{_link(portal_alone)}")

    page.goto(portal_alone.portal + in_locale(address, locale))

    keep_screen(page, "plain", path, locale, size)
    assert page.locator("html").get_attribute("lang") == locale
    assert axe(page) == []
    assert overflow(page) == 0
    assert page.locator("script").count() == 0


def _link(house) -> str:
    who = house.street.in_arrears
    with house.writing() as session:
        return make_payment_link(
            session,
            account_id=who.account,
            amount=pounds("15"),
            person_id=who.person,
            language="en",
            actor="system",
            now=runtime.now(),
            today=runtime.today(),
        )
