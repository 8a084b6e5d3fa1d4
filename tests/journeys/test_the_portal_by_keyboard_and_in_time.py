"""What a machine's checks never see: focus, titles, time running out, weight, and life without script."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import expect
from sqlalchemy import update

from rent import runtime
from rent.store.tables.identity import sessions
from tests.integration.web.browser import visiting
from tests.journeys.portal_walk import go, let_in

pytestmark = pytest.mark.browser


def last_used(house, who, ago):
    """Make somebody's sessions look as if they were last used some time ago."""
    with house.writing() as session:
        session.execute(update(sessions).where(sessions.c.person_id == who.person).values(last_seen_at=runtime.now() - ago))


def test_focus_and_title_move_with_the_page(portal_alone, page):
    let_in(page.context, portal_alone, portal_alone.street.in_arrears)
    go(page, portal_alone, "/")

    page.get_by_role("navigation", name="Menu").get_by_role("link", name="Statement").press("Enter")

    expect(page.get_by_role("heading", name="Statement", exact=True)).to_be_focused()
    expect(page).to_have_title("Statement \N{EN DASH} Your rent")


def test_the_end_of_a_session_is_announced_and_put_off_by_one_key(portal_alone, page):
    who = portal_alone.street.up_to_date
    let_in(page.context, portal_alone, who)
    go(page, portal_alone, "/")

    last_used(portal_alone, who, timedelta(minutes=13, seconds=30))
    stay = page.get_by_role("button", name="Stay signed in")
    expect(stay).to_be_focused(timeout=15_000)
    page.keyboard.press("Enter")

    expect(stay).to_have_count(0)
    go(page, portal_alone, "/statement")


def test_a_page_left_alone_shows_nothing_once_the_session_is_over(portal_alone, page):
    who = portal_alone.street.in_credit
    let_in(page.context, portal_alone, who)
    go(page, portal_alone, "/")

    last_used(portal_alone, who, timedelta(minutes=16))

    expect(page).to_have_url(f"{portal_alone.portal}/sign-in", timeout=15_000)


def test_whoever_is_not_signed_in_is_shown_the_way_in(portal_alone, page):
    go(page, portal_alone, "/")
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    expect(page.get_by_role("navigation", name="Menu")).to_have_count(0)

    page.goto(f"{portal_alone.portal}/statement")

    expect(page).to_have_url(f"{portal_alone.portal}/sign-in")


def test_the_first_visit_is_light(portal_alone, browser):
    with visiting(browser, portal_alone.portal) as visit:
        assert visit.weight("script") <= 165_000
        assert visit.weight("stylesheet") <= 25_000
        assert len(visit.fetched) <= 18


def test_the_balance_is_there_without_script(portal_alone, browser):
    context = browser.new_context(java_script_enabled=False)
    let_in(context, portal_alone, portal_alone.street.in_arrears)
    page = context.new_page()

    page.goto(portal_alone.portal)
    page.get_by_role("link", name="Your balance without JavaScript").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("You owe £")
    context.close()


def test_the_balance_without_script_leads_to_paying_and_to_the_statement(portal_alone, browser):
    context = browser.new_context(java_script_enabled=False)
    let_in(context, portal_alone, portal_alone.street.in_arrears)
    page = context.new_page()
    page.goto(f"{portal_alone.portal}/lite/balance")

    with page.expect_download() as kept:
        page.get_by_role("link", name="Download as a document (PDF)").click()
    page.get_by_role("button", name="Pay", exact=True).click()

    assert kept.value.suggested_filename == "statement.pdf"
    expect(page.get_by_role("group", name="How much do you want to pay?")).to_be_visible()
    context.close()
