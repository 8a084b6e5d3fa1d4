"""Money arrives: once, whatever the provider says how often and in whatever order."""

from __future__ import annotations

import pytest

from rent.domain.money import pounds
from rent.domain.payment import Status
from tests.integration.payments.house import CHALLENGED, DEBIT_BOUNCES, DEBIT_FAILS, DEBIT_PAID, DECLINED, House


def test_a_card_payment_lowers_the_balance_once(house: House):
    payment = house.paid("£20")

    assert payment.status is Status.PAID
    assert house.balance() == pounds("£80")
    assert house.ledger() == [("PAYMENT", -2000)]
    assert house.happened() == ["PAYMENT_STARTED", "PAYMENT_RECEIVED"]


@pytest.mark.parametrize("order", ["in_order", "reversed", "twice"])
def test_events_in_any_order_and_number_have_one_effect(house: House, order: str):
    house.knobs(hold_webhooks=True)
    payment = house.paid("£20")
    assert payment.status is Status.CREATED

    house.knobs(release_webhooks=order)
    house.settle()

    assert house.status(payment) is Status.PAID
    assert house.ledger() == [("PAYMENT", -2000)]
    assert house.happened().count("PAYMENT_RECEIVED") == 1


def test_events_that_say_they_are_three_days_old_change_nothing_more(house: House):
    payment = house.paid("£20")

    house.knobs(days_late=3)
    house.ask("/v1/refunds", payment_intent=payment.provider_id, amount="500")
    house.settle()

    assert house.ledger() == [("PAYMENT", -2000), ("REFUND", 500)]
    assert house.status(payment) is Status.PAID


def test_a_declined_card_takes_nothing_and_a_good_one_after_it_pays(house: House):
    payment = house.start("£20")
    url = house.open(payment)

    answer = house.pay(url, DECLINED)
    house.settle()

    assert "Your card was declined." in answer.text
    assert (house.status(payment), house.ledger()) == (Status.CREATED, [])

    house.pay(url)
    house.settle()

    assert (house.status(payment), house.ledger()) == (Status.PAID, [("PAYMENT", -2000)])


def test_a_bank_that_asks_first_is_not_paid_until_the_answer(house: House):
    payment = house.start("£20")
    challenge = house.pay(house.open(payment), CHALLENGED)
    house.settle()
    assert (house.status(payment), house.ledger()) == (Status.CREATED, [])

    house.answer(challenge, "yes")
    house.settle()

    assert (house.status(payment), house.ledger()) == (Status.PAID, [("PAYMENT", -2000)])


def test_a_question_answered_no_takes_nothing(house: House):
    payment = house.start("£20")
    challenge = house.pay(house.open(payment), CHALLENGED)

    answer = house.answer(challenge, "no")
    house.settle()

    assert "could not confirm it was you" in answer.text
    assert (house.status(payment), house.ledger()) == (Status.CREATED, [])


def test_a_direct_debit_is_credited_when_it_is_paid_and_not_when_it_is_promised(house: House):
    payment = house.paid("£20", DEBIT_PAID)
    assert (payment.status, house.ledger()) == (Status.PENDING, [])

    house.knobs(pass_days=5)
    house.settle()

    assert (house.status(payment), house.ledger()) == (Status.PAID, [("PAYMENT", -2000)])


def test_a_direct_debit_that_fails_is_never_credited(house: House):
    payment = house.paid("£20", DEBIT_FAILS)

    house.knobs(pass_days=5)
    house.settle()

    assert (house.status(payment), house.ledger()) == (Status.FAILED, [])
    assert house.happened()[-1] == "PAYMENT_FAILED"


def test_a_direct_debit_that_fails_after_it_was_credited_is_taken_off_again(house: House):
    payment = house.paid("£20", DEBIT_BOUNCES)
    house.knobs(pass_days=5)
    house.settle()
    assert house.balance() == pounds("£80")

    house.knobs(pass_days=5)
    house.settle()

    assert house.status(payment) is Status.FAILED
    assert house.ledger() == [("PAYMENT", -2000), ("REVERSAL", 2000)]
    assert house.balance() == pounds("£100")


def test_a_checkout_nobody_pays_expires(house: House):
    payment = house.start("£20")
    house.open(payment)

    house.knobs(pass_days=1)
    house.settle()

    assert (house.status(payment), house.ledger()) == (Status.EXPIRED, [])
