"""A tenant reads their statement, asks for other days, and takes it with them."""

from __future__ import annotations

import csv
import re
from datetime import timedelta
from decimal import Decimal
from io import BytesIO, StringIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from rent import runtime
from rent.words import LOCALES
from tests.journeys.conftest import PHONE
from tests.journeys.portal_walk import go, let_in

pytestmark = pytest.mark.browser

FIGURE = re.compile(r"£([\d,]+\.\d\d)")


def pence(words):
    """Return a figure of a statement in pence; a credit is less than nothing."""
    amount = int(FIGURE.search(words)[1].replace(",", "").replace(".", ""))
    return -amount if "credit" in words else amount


def sums(page):
    """Return opening, charged, paid and closing as the page has them."""
    return [pence(words) for words in page.locator("main dl dd").all_inner_texts()]


def test_it_closes_to_the_penny(portal_alone, page):
    let_in(page.context, portal_alone, portal_alone.street.in_arrears)

    go(page, portal_alone, "/statement")

    opening, charged, paid, closing = sums(page)
    assert opening + charged - paid == closing
    assert pence(page.locator("tbody tr").last.locator("td").last.inner_text()) == closing


def test_other_days_can_be_asked_for(portal_alone, page):
    let_in(page.context, portal_alone, portal_alone.street.in_arrears)
    go(page, portal_alone, "/statement")
    first, last = runtime.today() - timedelta(days=30), runtime.today() - timedelta(days=3)

    page.get_by_label("Other days").check()
    for name, day in (("First day", first), ("Last day", last)):
        boxes = page.get_by_role("group", name=name, exact=True)
        for label, figure in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
            boxes.get_by_label(label).fill(str(figure))
    page.get_by_role("button", name="Show the statement").click()

    expect(page.locator("caption")).to_contain_text(f"{first.day} {first:%B %Y} to {last.day} {last:%B %Y}")
    expect(page.locator("#figures")).to_be_focused()
    opening, charged, paid, closing = sums(page)
    assert opening + charged - paid == closing


def test_days_that_never_were_are_put_right_without_loss(portal_alone, page):
    let_in(page.context, portal_alone, portal_alone.street.in_arrears)
    go(page, portal_alone, "/statement")
    page.get_by_label("Other days").check()
    page.get_by_role("group", name="First day").get_by_label("Day").fill("31")

    page.get_by_role("button", name="Show the statement").click()

    expect(page.locator("#error-summary")).to_be_focused()
    expect(page).to_have_title("Error: Statement \N{EN DASH} Your rent")
    page.get_by_role("link", name="Enter the first day as a real date").click()
    expect(page.locator("#from-day")).to_be_focused()
    expect(page.locator("#from-day")).to_have_value("31")


def test_it_can_be_kept_as_a_spreadsheet(portal_alone, page):
    let_in(page.context, portal_alone, portal_alone.street.in_arrears)
    go(page, portal_alone, "/statement")

    with page.expect_download() as kept:
        page.get_by_role("link", name="Download as a spreadsheet (CSV)").click()

    rows = list(csv.reader(StringIO(kept.value.path().read_text("utf-8-sig"))))
    assert rows[0] == ["Date", "What", "Details", "Charged", "Paid", "Balance"]
    assert Decimal(rows[-1][-1]) * 100 == sums(page)[-1]


def test_it_can_be_kept_as_a_document(portal_alone, page):
    let_in(page.context, portal_alone, portal_alone.street.in_arrears)
    go(page, portal_alone, "/statement")
    closing = page.locator("main dl dd").last.inner_text()

    with page.expect_download() as kept:
        page.get_by_role("link", name="Download as a document (PDF)").click()

    words = PdfReader(BytesIO(kept.value.path().read_bytes())).pages[0].extract_text()
    assert "Afon Homes" in words
    assert closing in words


def test_nobody_takes_another_tenants_statement(portal_alone, context):
    house, street = portal_alone, portal_alone.street
    days = f"from={runtime.today()}&to={runtime.today()}"
    address = f"{house.portal}/statement.csv?account={street.in_credit.account}&{days}"

    stranger = context.request.get(address, max_redirects=0)
    let_in(context, house, street.in_arrears)
    neighbour = context.request.get(address, max_redirects=0)
    nonsense = context.request.get(f"{house.portal}/statement.csv?account={'9' * 40}&{days}", max_redirects=0)

    assert (stranger.status, stranger.headers["location"]) == (303, "/sign-in")
    assert (neighbour.status, neighbour.headers["location"]) == (303, "/statement")
    assert (nonsense.status, nonsense.headers["location"]) == (303, "/statement")


@pytest.mark.parametrize("locale", LOCALES)
def test_no_figure_is_cut_off_on_a_small_phone(portal_alone, page, locale):
    page.set_viewport_size(PHONE)
    let_in(page.context, portal_alone, portal_alone.street.in_arrears)

    go(page, portal_alone, "/statement", locale)

    box = page.locator(".ek-statement .ek-scroll")
    expect(box).to_be_visible()
    assert box.evaluate("box => box.scrollWidth - box.clientWidth") == 0
