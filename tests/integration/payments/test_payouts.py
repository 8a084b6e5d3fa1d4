"""Payouts: the provider's lines, its total and our ledger agree to the penny, or somebody is told."""

from __future__ import annotations

from sqlalchemy import func, select

from rent import runtime
from rent.domain.money import NOTHING, Money
from rent.store import payouts
from rent.store.tables.payments import payout_lines
from tests.integration.payments.house import DISPUTED, House


def test_a_payout_of_payments_refunds_and_a_dispute_differs_by_nothing(house: House):
    first = house.paid("£20", command="one")
    house.paid("£35.50", DISPUTED, command="two")
    house.ask("/v1/refunds", payment_intent=first.provider_id, amount="700")
    house.settle()

    payout = house.knobs(pay_out=True)["made"]["pay_out"]
    house.settle()

    assert reconciled(payout["id"]) == ("RECONCILED", NOTHING)
    assert sum_of_lines() == payout["amount"]


def test_a_dispute_after_the_payout_is_in_the_next_one(house: House):
    payment = house.paid("£20")
    house.knobs(pay_out=True)
    charge = house.ask(f"/v1/payment_intents/{payment.provider_id}")["latest_charge"]
    house.knobs(dispute=charge)
    house.settle()

    second = house.knobs(pay_out=True)["made"]["pay_out"]
    house.settle()

    assert second["amount"] == -2000 - 2000
    assert reconciled(second["id"]) == ("RECONCILED", NOTHING)


def test_money_we_never_booked_is_a_difference_somebody_must_look_at(house: House):
    house.ask("/v1/payment_intents", amount="900", currency="gbp", confirm="true", payment_method="pm_card_visa")

    payout = house.knobs(pay_out=True)["made"]["pay_out"]
    house.settle()

    assert reconciled(payout["id"]) == ("DIFFERS", Money(900))
    assert any("differs by 900p" in (event.trouble or "") for event in house.inbox())


def test_a_payout_told_before_its_payments_is_right_when_tried_again(house: House):
    house.knobs(hold_webhooks=True)
    house.paid("£20")
    payout = house.knobs(pay_out=True)["made"]["pay_out"]

    house.knobs(release_webhooks="reversed")
    house.settle()
    house.make_everything_due()
    house.settle()

    assert reconciled(payout["id"]) == ("RECONCILED", NOTHING)


def reconciled(payout_id: str) -> tuple[str, Money] | None:
    with runtime.reading() as session:
        return payouts.difference_of(session, payout_id)


def sum_of_lines() -> int:
    with runtime.reading() as session:
        return int(session.execute(select(func.sum(payout_lines.c.net_pence))).scalar_one())
