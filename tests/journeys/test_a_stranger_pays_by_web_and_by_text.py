"""
The whole way through the house: a stranger signs in, pays £20 by web and £15 by a texted link, and an officer sees both.

Then every event is told again: twice, backwards and three days late. Nothing more may happen.
"""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import func, select

from rent.domain.officer import Role
from rent.store.tables.accounts import postings
from rent.store.tables.records import external_events
from tests.journeys.conftest import DESKTOP, PHONE
from tests.journeys.console_walk import let_officer_in, open_tenancy_of, phone_of, take_on, text_from_phone
from tests.journeys.house import SECRETS, House
from tests.journeys.portal_walk import balance_of, pay_on_card_page, sign_in, typed_amount
from tests.journeys.street import Neighbour
from tests.stripe_events import tell_again

pytestmark = pytest.mark.browser

SEEN_WITHIN_MS = 2_000


def test_a_stranger_pays_by_web_and_by_text_and_an_officer_sees_both(house: House, page: Page, browser: Browser):
    ceri = house.street.in_arrears
    owed, entries = balance_of(house, ceri), _entries(house, ceri)
    desk = browser.new_context(viewport=DESKTOP).new_page()
    let_officer_in(desk, house, take_on(house, Role.OFFICER, ceri))
    open_tenancy_of(desk, house, ceri)
    expect(desk.get_by_role("heading", name="Ceri Bowen", level=1)).to_be_visible()

    # ── On the web: £20 ──
    sign_in(page, house, ceri)
    typed_amount(page, house, "20")
    page.get_by_role("button", name="Continue to card payment").click()
    pay_on_card_page(page)
    expect(_paid(desk, "£20.00")).to_be_visible(timeout=SEEN_WITHIN_MS)

    # ── By text: an amount, proof, and a link, on a phone without script ──
    link = _link_by_text(house, browser, ceri)
    worst_phone = browser.new_context(viewport=PHONE, java_script_enabled=False).new_page()
    worst_phone.goto(link)
    worst_phone.get_by_role("button", name=re.compile("Pay")).click()
    _hold_webhooks(house, page)
    pay_on_card_page(worst_phone)
    _release_webhooks_backwards(house, page)
    expect(_paid(desk, "£15.00")).to_be_visible(timeout=SEEN_WITHIN_MS)

    # ── The same events again: twice, backwards, three days late ──
    for _ in range(2):
        tell_again(house.origins["standins"], house.origins["webhooks"], SECRETS["STRIPE_WEBHOOK_SECRET"])
    _until_all_is_handled(house)

    assert balance_of(house, ceri) == owed - 2_000 - 1_500
    assert _entries(house, ceri) == entries + 2


def _paid(desk: Page, amount: str):
    return desk.get_by_role("table", name=re.compile("Payments|Card payments")).get_by_text(amount).first


def _link_by_text(house: House, browser: Browser, who: Neighbour) -> str:
    phone = phone_of(browser, house, who)
    text_from_phone(phone, house, who, "I want to pay £15")
    expect(phone.get_by_text("date of birth").last).to_be_visible(timeout=15_000)
    text_from_phone(phone, house, who, f"{who.born:%d/%m/%Y} LL57 1AA")
    expect(phone.get_by_text(f"{house.portal}/p/").last).to_be_visible(timeout=15_000)
    found = re.findall(re.escape(house.portal) + r"/p/[\w-]+", phone.inner_text("body"))
    phone.close()
    return str(found[-1])


def _hold_webhooks(house: House, page: Page) -> None:
    assert page.request.post(f"{house.origins['standins']}/_faults", data={"hold_webhooks": True, "days_late": 3}).ok


def _release_webhooks_backwards(house: House, page: Page) -> None:
    assert page.request.post(f"{house.origins['standins']}/_faults", data={"release_webhooks": "reversed", "days_late": 0}).ok


def _entries(house: House, who: Neighbour) -> int:
    with house.reading() as session:
        return int(session.execute(select(func.count()).where(postings.c.account_id == who.account)).scalar_one())


def _until_all_is_handled(house: House) -> None:
    deadline = time.monotonic() + 20
    waiting = select(func.count()).where(external_events.c.handled_at.is_(None))
    while time.monotonic() < deadline:
        with house.reading() as session:
            if not session.execute(waiting).scalar_one():
                return
        time.sleep(0.1)
    raise AssertionError("some events were never handled")
