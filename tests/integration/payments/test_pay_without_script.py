"""Paying signed in, without script."""

from __future__ import annotations

import re

import httpx
import pytest

from rent import runtime
from rent.domain.account import AccountKind
from rent.domain.money import pounds
from rent.store.access import NoSuchRecord
from rent.usecases.payments.start import start_payment
from tests.builders import save_account, save_tenancy, save_tenant
from tests.integration.payments.house import House


def test_a_tenant_pays_all_of_it(house: House):
    browser = house.sign_in()

    away = send(browser, what="all")
    back = house.pay(away.headers["location"])

    assert "You have paid £100" in browser.get(back.headers["location"]).text
    assert house.balance() == pounds("£0")


def test_a_tenant_pays_another_amount(house: House):
    browser = house.sign_in()

    back = house.pay(send(browser, what="other", amount="12.34").headers["location"])

    assert "You have paid £12.34" in browser.get(back.headers["location"]).text
    assert house.balance() == pounds("£87.66")


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        pytest.param({}, "Choose how much to pay", id="nothing chosen"),
        pytest.param({"what": "other", "amount": "lots"}, "Enter an amount in pounds", id="no amount"),
        pytest.param({"what": "other", "amount": "-5"}, "Enter an amount in pounds", id="less than nothing"),
        pytest.param({"what": "all", "form_token": "forged"}, "Your form was out of date", id="a form that is not ours"),
    ],
)
def test_what_cannot_be_paid_is_said_and_starts_nothing(house: House, fields: dict[str, str], complaint: str):
    answer = send(house.sign_in(), **fields)

    assert answer.status_code == 422
    assert complaint in answer.text
    assert house.happened() == []


def test_somebody_elses_account_is_not_paid_by_naming_it(house: House):
    with runtime.transaction() as session:
        theirs = save_account(session)

    send(house.sign_in(), what="other", amount="20", account=str(theirs))

    with runtime.reading() as session, pytest.raises(NoSuchRecord):
        start_payment(
            session,
            command_id="c",
            account_id=theirs,
            amount=pounds("£20"),
            person_id=house.person,
            now=runtime.now(),
            today=runtime.today(),
        )


def test_each_of_several_accounts_can_be_chosen(house: House):
    with runtime.transaction() as session:
        garage = save_account(session, house.tenancy, kind=AccountKind.GARAGE)
    browser = house.sign_in()

    page = browser.get("/lite/pay").text

    assert f"/lite/pay?account={garage}" in page
    assert "You owe nothing here today" in browser.get(f"/lite/pay?account={garage}").text


def test_nobody_signed_in_is_asked_to_sign_in(house: House):
    for answer in (httpx.get(f"{house.portal}/lite/pay"), httpx.post(f"{house.portal}/cy/lite/pay", data={"what": "all"})):
        assert answer.status_code == 303
        assert answer.headers["location"].endswith("/sign-in")


def test_two_people_with_the_same_command_have_two_payments(house: House):
    with runtime.transaction() as session:
        other = save_tenant(session, house.tenancy, name="Another Tenant")
        stranger = save_tenant(session, save_tenancy(session))
    mine = house.start(command="same")

    with runtime.transaction() as session:
        facts = {"command_id": "same", "account_id": house.account, "amount": pounds("£20"), "now": runtime.now(), "today": runtime.today()}
        theirs = start_payment(session, person_id=other, **facts)
        with pytest.raises(NoSuchRecord):
            start_payment(session, person_id=stranger, **facts)

    assert mine.public_id != theirs.public_id


def send(browser: httpx.Client, **fields: str) -> httpx.Response:
    page = browser.get("/lite/pay").text
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="(\w+)"', page))
    return browser.post("/lite/pay", data={**hidden, **fields})
