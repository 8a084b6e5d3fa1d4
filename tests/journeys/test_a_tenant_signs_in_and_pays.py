"""A tenant signs in with a code from their phone, sees what they owe, and pays £20 by card."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from rent.domain.account import Means
from rent.store.tables.accounts import postings
from rent.store.tables.payments import payments
from tests.journeys.portal_walk import balance_of, let_in, pay_on_card_page, sign_in, typed_amount

pytestmark = pytest.mark.browser


def test_a_tenant_signs_in_sees_what_they_owe_and_pays_twenty_pounds(house, page):
    who = house.street.in_arrears
    owed = balance_of(house, who)

    sign_in(page, house, who)
    expect(page.get_by_text(f"You owe £{owed // 100}.{owed % 100:02}", exact=True)).to_be_visible()
    typed_amount(page, house, "20")
    expect(page.get_by_role("heading", name="Check your payment")).to_be_focused()
    expect(page.get_by_text("£20", exact=True)).to_be_visible()
    page.get_by_role("button", name="Continue to card payment").click()
    pay_on_card_page(page)

    expect(page.get_by_role("status").get_by_text("You have paid £20")).to_be_visible(timeout=10_000)
    page.get_by_role("link", name="Back to your rent").click()
    left = owed - 2000
    expect(page.get_by_text(f"You owe £{left // 100}.{left % 100:02}", exact=True)).to_be_visible()
    assert balance_of(house, who) == left


def test_a_double_submit_pays_once(house, page):
    who = house.street.up_to_date
    let_in(page.context, house, who)
    typed_amount(page, house, "15")
    form = page.locator("form[action='/pay/start']").evaluate("form => Object.fromEntries(new FormData(form))")
    again = {"form": form, "headers": {"Origin": house.portal}, "max_redirects": 0}

    first = page.request.post(f"{house.portal}/pay/start", **again)
    second = page.request.post(f"{house.portal}/pay/start", **again)
    page.goto(first.headers["location"])
    pay_on_card_page(page)
    expect(page.get_by_role("status").get_by_text("You have paid £15")).to_be_visible(timeout=10_000)
    third = page.request.post(f"{house.portal}/pay/start", **again)

    assert first.headers["location"] == second.headers["location"]
    assert "/pay/return/?payment=" in third.headers["location"].replace("/pay/return?", "/pay/return/?")
    with house.reading() as session:
        assert len(session.execute(select(payments.c.id).where(payments.c.account_id == who.account)).all()) == 1
        cards = select(postings.c.amount_pence).where(postings.c.account_id == who.account, postings.c.means == Means.CARD)
        assert [pence for (pence,) in session.execute(cards) if pence == -1500] == [-1500]


def test_a_declined_card_takes_nothing_and_says_so(house, page):
    who = house.street.in_credit
    before = balance_of(house, who)
    let_in(page.context, house, who)
    typed_amount(page, house, "10")
    page.get_by_role("button", name="Continue to card payment").click()

    pay_on_card_page(page, card="4000 0000 0000 0002")
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_role("link", name="Go back without paying").click()

    expect(page.get_by_role("heading", name="Your payment", exact=True)).to_be_visible()
    expect(page.get_by_text("No money was taken")).to_be_visible()
    assert balance_of(house, who) == before
