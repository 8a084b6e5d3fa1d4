"""Paying by a link from a text, on a phone that can do nothing but HTML."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import httpx
import pytest

from rent import runtime
from rent.domain.money import pounds
from rent.store.access import NoSuchRecord
from rent.usecases.payments.make_link import UnableToMakeLink, make_payment_link
from rent.usecases.payments.pay_by_link import LinkState, open_link
from tests.builders import save_tenancy, save_tenant
from tests.integration.payments.house import DEBIT_PAID, House


def test_a_link_pays_its_amount_without_signing_in(house: House):
    token = house.link("£15")

    away = press(house, token)
    back = house.pay(away.headers["location"])
    shown = httpx.get(back.headers["location"])

    assert "You have paid £15" in shown.text
    assert house.balance() == pounds("£85")


def test_opening_a_link_starts_nothing_however_often(house: House):
    token = house.link()

    for _ in range(3):
        assert httpx.get(f"{house.portal}/p/{token}").status_code == 200

    assert house.happened() == ["PAYMENT_LINK_MADE"]
    assert house.ask("/v1/checkout/sessions")["data"] == []


def test_the_page_names_nobody_and_no_balance_and_has_no_script(house: House):
    page = httpx.get(f"{house.portal}/p/{house.link()}").text

    assert "Pay £15" in page
    assert not re.search(r"<script|Ceri|Bowen|Station Road|£100", page)


def test_pressing_twice_leads_to_one_checkout(house: House):
    token = house.link()

    with ThreadPoolExecutor(4) as thumbs:
        places = {answer.headers["location"] for answer in thumbs.map(lambda _: press(house, token), range(6))}

    assert len(places) == 1
    assert len(house.ask("/v1/checkout/sessions")["data"]) == 1


def test_a_paid_link_says_so_and_pays_no_second_time(house: House):
    token = house.link()
    house.pay(press(house, token).headers["location"])
    house.settle()

    again = press(house, token)

    assert again.status_code == 303
    assert "You have paid £15" in httpx.get(house.portal + again.headers["location"]).text
    assert house.ledger() == [("PAYMENT", -1500)]
    assert len(house.ask("/v1/checkout/sessions")["data"]) == 1


def test_a_link_whose_money_is_on_its_way_starts_no_second_payment(house: House):
    token = house.link()
    back = house.pay(press(house, token).headers["location"], DEBIT_PAID)

    shown = httpx.get(back.headers["location"])
    again = press(house, token)

    assert "Your payment is on its way" in shown.text
    assert again.headers["location"] in back.headers["location"]


def test_somebody_who_leaves_the_card_page_is_told_the_truth_and_can_go_back(house: House):
    token = house.link()
    card_page = press(house, token).headers["location"]
    left = re.search(r'href="([^"]+)">Go back without paying', httpx.get(card_page).text)

    assert left is not None
    shown = httpx.get(left[1])

    assert "You left before you paid" in shown.text
    assert card_page in shown.text


def test_before_the_event_has_come_the_page_asks_the_provider_itself(house: House):
    house.knobs(drop_webhooks=100)
    back = house.pay(press(house, house.link()).headers["location"])

    shown = httpx.get(back.headers["location"])

    assert "You have paid £15" in shown.text
    assert house.inbox() == []


def test_while_the_provider_cannot_be_asked_the_page_says_that_we_wait(house: House):
    house.knobs(drop_webhooks=100)
    back = house.pay(press(house, house.link()).headers["location"])
    house.knobs(faults=[{"fault": "too_fast", "path": "/v1/", "times": 10}])

    shown = httpx.get(back.headers["location"])

    assert "We are waiting to hear about your payment" in shown.text
    assert "Check again" in shown.text


def test_a_provider_that_is_down_takes_nothing_and_can_be_tried_again(house: House):
    token = house.link()
    house.knobs(faults=[{"fault": "too_fast", "path": "/v1/checkout", "times": 1}])

    refused = press(house, token)

    assert refused.status_code == 503
    assert "Nothing was taken" in refused.text
    assert press(house, token).status_code == 303


def test_an_unknown_link_and_an_expired_one_look_the_same(house: House):
    expired, unknown = an_old_link(house), "AAAAAAAAAAAAAAAAAAAAAA"

    pages = [httpx.get(f"{house.portal}/p/{token}") for token in (expired, unknown)]

    assert {page.status_code for page in pages} == {404}
    assert pages[0].text.replace(expired, "") == pages[1].text.replace(unknown, "")
    assert "text PAY" in pages[0].text


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_link_cannot_be_guessed_into(house: House, method: str):
    house.link()

    for token in ("1", "' OR 1=1 --", "x" * 4000):
        assert httpx.request(method, f"{house.portal}/p/{token}", data={"attempt": "1"} if method == "POST" else None).status_code == 404


def test_a_link_works_for_sixty_minutes(house: House):
    token = house.link()

    with runtime.reading() as session:
        just_before = open_link(session, token=token, now=runtime.now() + timedelta(minutes=59))
        just_after = open_link(session, token=token, now=runtime.now() + timedelta(minutes=60))

    assert (just_before.state, just_after.state) == (LinkState.READY, LinkState.OVER)


def test_a_link_speaks_the_language_it_was_made_in_and_others_on_request(house: House):
    token = house.link(language="cy")

    made_in, asked_for = httpx.get(f"{house.portal}/p/{token}"), httpx.get(f"{house.portal}/p/{token}?in=en")

    assert '<html lang="cy"' in made_in.text
    assert '<html lang="en"' in asked_for.text
    assert 'dir="rtl"' in httpx.get(f"{house.portal}/ar/p/{token}").text


@pytest.mark.parametrize("amount", ["£0.29", "£10000.01"])
def test_no_link_is_made_for_what_a_card_cannot_pay(house: House, amount: str):
    with pytest.raises(UnableToMakeLink):
        house.link(amount)


def test_no_link_is_made_to_somebody_elses_account(house: House):
    with runtime.transaction() as session:
        stranger = save_tenant(session, save_tenancy(session))

    with runtime.reading() as session, pytest.raises(NoSuchRecord):
        make_payment_link(
            session,
            account_id=house.account,
            amount=pounds("£15"),
            person_id=stranger,
            language="en",
            actor="officer",
            now=runtime.now(),
            today=runtime.today(),
        )


def press(house: House, token: str) -> httpx.Response:
    page = httpx.get(f"{house.portal}/p/{token}")
    attempt = re.search(r'name="attempt" value="(\w+)"', page.text)
    return httpx.post(f"{house.portal}/p/{token}", data={"attempt": attempt[1] if attempt else ""})


def an_old_link(house: House) -> str:
    with runtime.transaction() as session:
        return make_payment_link(
            session,
            account_id=house.account,
            amount=pounds("£15"),
            person_id=house.person,
            language="en",
            actor="officer",
            now=runtime.now() - timedelta(minutes=61),
            today=runtime.today(),
        )
