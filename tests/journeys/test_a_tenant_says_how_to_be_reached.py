"""A tenant chooses a language, stops texts and keeps them neutral."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from rent.store.tables.people import contact_points, persons
from tests.journeys.portal_walk import go, let_in

pytestmark = pytest.mark.browser


@pytest.fixture
def who(portal_alone, page):
    """Return a tenant who looks at their preferences."""
    neighbour = portal_alone.street.in_credit
    let_in(page.context, portal_alone, neighbour)
    go(page, portal_alone, "/preferences")
    return neighbour


def person(house, who):
    """Return a person's row."""
    with house.reading() as session:
        return session.execute(select(persons).where(persons.c.id == who.person)).mappings().one()


def opted_out(house, who):
    """Return whether texts to somebody's number are stopped."""
    with house.reading() as session:
        found = select(contact_points.c.opted_out).where(contact_points.c.person_id == who.person, contact_points.c.value == who.phone)
        return session.execute(found).scalar_one()


def test_a_language_is_kept(portal_alone, page, who):
    page.get_by_label("Cymraeg").check()
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_role("alert").filter(has_text="Your preferences are saved")).to_be_focused()
    assert person(portal_alone, who)["language"] == "cy"


def test_texts_stop_and_start_again(portal_alone, page, who):
    page.get_by_role("button", name="Stop texts to this number").click()
    expect(page.get_by_text("We send no texts to this number.")).to_be_visible()
    stopped = opted_out(portal_alone, who)

    page.get_by_role("button", name="Send texts to this number").click()
    expect(page.get_by_text("We send texts to this number.")).to_be_visible()

    assert (stopped, opted_out(portal_alone, who)) == (True, False)


def test_texts_can_be_made_neutral_but_not_undone_by_whoever_is_there(portal_alone, page, who):
    page.get_by_role("button", name="Leave out rent and money").click()

    expect(page.get_by_text("Our texts to you leave out rent and money.")).to_be_visible()
    expect(page.get_by_role("button", name="Leave out rent and money")).to_have_count(0)
    assert person(portal_alone, who)["neutral_wording_only"]


def test_a_number_that_is_none_is_put_right(portal_alone, page, who):
    page.get_by_label("UK mobile number").fill("12345")
    page.get_by_role("button", name="Add this number").click()

    expect(page.locator("#error-summary")).to_be_focused()
    expect(page.get_by_label("UK mobile number")).to_have_value("12345")


def test_exit_this_page_ends_the_session(portal_alone, page, who):
    left = page.context.request.get(f"{portal_alone.portal}/exit", max_redirects=0)
    page.goto(f"{portal_alone.portal}/preferences")

    assert left.status == 303
    expect(page).to_have_url(f"{portal_alone.portal}/sign-in")
