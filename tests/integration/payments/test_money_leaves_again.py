"""Money leaves again: refunds and disputes are new postings that point at the payment, never edits."""

from __future__ import annotations

import pytest

from rent.domain.money import pounds
from rent.domain.payment import Payment, Status
from tests.integration.payments.house import DISPUTED, House


def test_a_part_refund_raises_the_balance_by_that_part(house: House):
    payment = house.paid("£20")

    house.ask("/v1/refunds", payment_intent=payment.provider_id, amount="750")
    house.settle()

    assert house.ledger() == [("PAYMENT", -2000), ("REFUND", 750)]
    assert house.balance() == pounds("£87.50")
    assert house.status(payment) is Status.PAID


def test_refunds_that_add_up_to_all_of_it_leave_nothing_paid(house: House):
    payment = house.paid("£20")

    for amount in ("750", "1250"):
        house.ask("/v1/refunds", payment_intent=payment.provider_id, amount=amount)
    house.settle()

    assert house.status(payment) is Status.REFUNDED
    assert house.balance() == pounds("£100")


def test_the_provider_refuses_to_give_back_more_than_was_paid(house: House):
    payment = house.paid("£20")

    answer = house.ask("/v1/refunds", payment_intent=payment.provider_id, amount="2001")
    house.settle()

    assert "greater than unrefunded amount" in answer["error"]["message"]
    assert house.ledger() == [("PAYMENT", -2000)]


def test_a_refund_that_comes_back_is_put_back(house: House):
    payment = house.paid("£20")
    refund = house.ask("/v1/refunds", payment_intent=payment.provider_id)
    house.settle()

    house.knobs(fail_refund=refund["id"])
    house.settle()

    assert house.ledger() == [("PAYMENT", -2000), ("REFUND", 2000), ("REVERSAL", -2000)]
    assert (house.status(payment), house.balance()) == (Status.PAID, pounds("£80"))


def test_a_dispute_takes_the_money_off_the_account(house: House):
    payment = house.paid("£20", DISPUTED)

    assert payment.status is Status.DISPUTED
    assert house.ledger() == [("PAYMENT", -2000), ("REVERSAL", 2000)]
    assert "PAYMENT_GIVEN_BACK" in house.happened()


@pytest.mark.parametrize(
    ("decision", "status", "owed"),
    [
        pytest.param("win", Status.PAID, "£80", id="a dispute the landlord wins brings the money back"),
        pytest.param("lose", Status.LOST, "£100", id="a dispute the landlord loses stays off"),
    ],
)
def test_a_dispute_is_decided(house: House, decision: str, status: Status, owed: str):
    payment = house.paid("£20", DISPUTED)

    house.knobs(**{decision: dispute_of(house, payment)})
    house.settle()

    assert (house.status(payment), house.balance()) == (status, pounds(owed))


def test_an_inquiry_takes_nothing(house: House):
    payment = house.paid("£20")

    house.knobs(inquire=charge_of(house, payment))
    house.settle()

    assert (house.status(payment), house.ledger()) == (Status.PAID, [("PAYMENT", -2000)])


def test_everything_at_once_and_backwards_ends_at_what_is_true(house: House):
    house.knobs(hold_webhooks=True)
    payment = house.start("£20")
    house.pay(house.open(payment), DISPUTED)
    house.knobs(win=newest(house, "/v1/disputes"))
    house.ask("/v1/refunds", charge=newest(house, "/v1/charges"), amount="500")

    house.knobs(release_webhooks="reversed")
    house.settle()

    assert sorted(house.ledger()) == [("PAYMENT", -2000), ("REVERSAL", -2000), ("REVERSAL", 2000)]
    assert (house.status(payment), house.balance()) == (Status.PAID, pounds("£80"))


def test_a_tenant_refunded_twice_over_is_brought_to_a_person(house: House):
    payment = house.paid("£20")
    house.ask("/v1/refunds", payment_intent=payment.provider_id)
    house.knobs(dispute=charge_of(house, payment))
    house.settle()

    now = house.payment(payment)

    assert now.needs_a_person
    assert house.ledger() == [("PAYMENT", -2000), ("REFUND", 2000), ("REVERSAL", 2000)]
    assert house.happened()[-1] == "PAYMENT_NEEDS_A_PERSON"


def charge_of(house: House, payment: Payment) -> str:
    return str(house.ask(f"/v1/payment_intents/{payment.provider_id}")["latest_charge"])


def dispute_of(house: House, payment: Payment) -> str:
    return str(house.ask(f"/v1/disputes?payment_intent={payment.provider_id}")["data"][0]["id"])


def newest(house: House, path: str) -> str:
    return str(house.ask(path)["data"][0]["id"])
