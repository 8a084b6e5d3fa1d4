"""An officer signs in, finds a tenancy, answers a text from it, and sees what happens as it happens."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import expect

from rent import runtime
from rent.domain.officer import Role
from rent.usecases.accounts.post import record_posting
from tests import builders
from tests.journeys.console_walk import (
    find,
    let_officer_in,
    looks_of,
    open_tenancy_of,
    phone_of,
    sign_in_officer,
    take_on,
    text_from_phone,
)
from tests.journeys.portal_walk import overflow
from tests.journeys.test_every_page_of_the_portal import keep_screen

pytestmark = pytest.mark.browser


def test_an_officer_signs_in_finds_a_tenancy_and_texts_from_it(house, page, browser):
    ceri = house.street.in_arrears
    bev = take_on(house, Role.OFFICER, ceri)

    sign_in_officer(page, house, bev)
    find(page, house, "cer bow").get_by_role("link", name=ceri.reference, exact=True).click()
    expect(page.get_by_role("heading", name="Ceri Bowen", level=1)).to_be_visible()
    page.get_by_label("Your text").fill("Hello Ceri, it is Bev. Shall we talk today?")
    expect(page.get_by_text("43 characters, sent as 1 text")).to_be_visible()
    page.get_by_role("button", name="Send text").click()

    expect(page.get_by_text("Your text is on its way.")).to_be_visible()
    expect(page.get_by_label("Your text")).to_have_value("")
    phone = phone_of(browser, house, ceri)
    expect(phone.get_by_text("Hello Ceri, it is Bev. Shall we talk today?")).to_be_visible(timeout=15_000)
    expect(page.get_by_role("log").get_by_text("Delivered").last).to_be_visible(timeout=15_000)
    assert [action for action, _, _ in looks_of(house, bev)] == ["SEE_TENANCY", "SEND_TEXT"]


def test_a_text_and_a_payment_show_within_two_seconds_without_a_reload(house, page):
    ceri = house.street.in_arrears
    let_officer_in(page, house, take_on(house, Role.OFFICER, ceri))
    open_tenancy_of(page, house, ceri)
    expect(page.get_by_role("heading", name="Ceri Bowen", level=1)).to_be_visible()

    text_from_phone(page, house, ceri, "Please call me after five")
    expect(page.get_by_role("log").get_by_text("Please call me after five")).to_be_visible(timeout=2_000)
    started = time.monotonic()
    with house.writing() as session:
        paid = builders.a_payment_in("£7.77", on=runtime.today(), account_id=ceri.account)
        record_posting(session, posting=paid, now=runtime.now())
    expect(page.get_by_role("cell", name="£7.77")).to_be_visible(timeout=2_000)

    assert time.monotonic() - started < 2


def test_off_the_patch_an_officer_gives_a_reason_and_it_is_kept(house, page):
    stranger = take_on(house, Role.OFFICER)
    let_officer_in(page, house, stranger)

    results = find(page, house, "pugh")
    expect(results.get_by_text("Give a reason to see more")).to_be_visible()
    assert "Aled" not in page.content()
    results.get_by_role("link").first.click()
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("alert").get_by_text("Enter a reason")).to_be_visible()
    assert looks_of(house, stranger) == []
    page.get_by_label("Why do you need to see it?").fill("Bev is away and he rang me")
    page.get_by_role("button", name="Continue").click()

    expect(page.get_by_role("heading", name="Aled Pugh", level=1)).to_be_visible()
    assert looks_of(house, stranger) == [("SEE_TENANCY", False, "Bev is away and he rang me")]


def test_an_auditor_sees_figures_and_no_people(house, page):
    let_officer_in(page, house, take_on(house, Role.AUDITOR, name="Andy Gwyn"))
    open_tenancy_of(page, house, house.street.in_arrears)

    expect(page.get_by_role("heading", name="C••• B•••", level=1)).to_be_visible()
    assert "Bowen" not in page.content()
    assert house.street.in_arrears.phone not in page.content()
    expect(page.get_by_role("button", name="Send text")).to_have_count(0)


def test_an_officer_texts_a_link_to_pay_by(house, page, browser):
    nia = house.street.in_credit
    let_officer_in(page, house, take_on(house, Role.OFFICER, nia))
    open_tenancy_of(page, house, nia)

    page.get_by_text("Send a payment link").click()
    page.get_by_role("button", name="Send payment link").click()
    expect(page.get_by_text("Enter an amount in pounds and pence")).to_be_visible()
    page.get_by_label("Amount").fill("15")
    page.get_by_role("button", name="Send payment link").click()
    expect(page.get_by_text("The link is on its way.")).to_be_visible()

    phone = phone_of(browser, house, nia)
    expect(phone.get_by_text(f"{house.portal}/p/")).to_be_visible(timeout=15_000)
    expect(page.get_by_role("log").get_by_text("you can pay £15 at •••")).to_be_visible()


def test_an_officer_reads_out_a_code_that_is_shown_once(house, page):
    ceri = house.street.in_arrears
    let_officer_in(page, house, take_on(house, Role.OFFICER, ceri))
    open_tenancy_of(page, house, ceri)

    page.get_by_text("Give a sign-in code").click()
    page.get_by_role("button", name="Make a code").click()
    code = page.locator(".ek-code")
    expect(code).to_have_text(re.compile(r"^\d{6}$"))
    page.reload()

    expect(page.get_by_role("heading", name="Ceri Bowen", level=1)).to_be_visible()
    expect(page.locator(".ek-code")).to_have_count(0)


def test_a_conversation_waits_is_taken_over_and_handed_back(house, page):
    aled = house.street.up_to_date
    let_officer_in(page, house, take_on(house, Role.OFFICER, aled))
    text_from_phone(page, house, aled, "I want to speak to a person")

    page.goto(f"{house.origins['officer_console']}/waiting")
    page.get_by_role("link", name="Aled Pugh").click(timeout=40_000)
    page.get_by_role("button", name="Take over").click()
    expect(page.get_by_text("You have taken this conversation over.")).to_be_visible()
    expect(page.get_by_text("You have taken the conversation over.")).to_be_focused()
    page.get_by_role("button", name="Hand back").click()

    expect(page.get_by_text("The assistant answers.", exact=False).first).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_of_the_console_fits_and_has_no_barriers(house, page, axe, width):
    page.set_viewport_size({"width": width, "height": 900})
    ceri = house.street.in_arrears
    let_officer_in(page, house, take_on(house, Role.TEAM_LEADER, name="Lena Owen"))
    found: dict[str, list[str]] = {}
    widths: list[int] = []

    def look(name: str) -> None:
        keep_screen(page, "console", name, "en", {"width": width})
        found[name] = axe(page)
        widths.append(overflow(page))

    find(page, house, "station road")
    look("search")
    open_tenancy_of(page, house, ceri)
    expect(page.get_by_role("heading", name="Ceri Bowen", level=1)).to_be_visible()
    for folded in ("Send a payment link", "Give a sign-in code"):
        page.get_by_text(folded).click()
    look("tenancy")
    for name, heading in (("waiting", "Conversations waiting for a person"), ("rejected", "Rejected items")):
        page.goto(f"{house.origins['officer_console']}/{name}")
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
        look(name)

    assert found == {"search": [], "tenancy": [], "waiting": [], "rejected": []}
    assert widths == [0, 0, 0, 0]
