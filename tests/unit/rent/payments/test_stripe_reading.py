"""What Stripe's objects mean in our words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import stripe

from rent.domain.account import Means
from rent.domain.money import NOTHING, pounds
from rent.domain.settlement import Standing
from rent.gateways.stripe_payments import reading
from rent.ports import ProviderRefused, ProviderTrouble

# Half past midnight on 24 June in London, which is still the 23rd by UTC.
A_SUMMER_NIGHT = 1_782_257_400


def a_line(amount: int = 2000) -> dict[str, Any]:
    return {"object": "balance_transaction", "id": "txn_1", "amount": amount, "created": A_SUMMER_NIGHT}


def a_charge(status: str = "succeeded", line: dict[str, Any] | None = None, **said: Any) -> dict[str, Any]:
    blank = {"failure_balance_transaction": None, "payment_method_details": {"type": "card"}}
    return {"object": "charge", "id": "ch_1", "status": status, "balance_transaction": line, **blank, **said}


def heard(status: str = "succeeded", charge: dict[str, Any] | None = None, *, currency: str = "gbp", disputes: tuple[Any, ...] = ()):
    intent = {"object": "payment_intent", "id": "pi_1", "status": status, "currency": currency, "latest_charge": charge}
    made = stripe.PaymentIntent.construct_from({**intent, "metadata": {"payment": "pay_1"}, "last_payment_error": None}, "sk_test_x")
    return reading.payment(made, None, (), [stripe.Dispute.construct_from(dispute, "sk_test_x") for dispute in disputes])


def a_dispute(status: str, *amounts: int) -> dict[str, Any]:
    return {"object": "dispute", "id": "du_1", "status": status, "balance_transactions": [a_line(amount) for amount in amounts]}


def test_a_payment_is_what_stripes_own_book_says_on_the_day_it_was_in_london():
    found = heard(charge=a_charge(line=a_line()))

    assert (found.standing, found.received, found.received_on) == (Standing.PAID, pounds("£20"), date(2026, 6, 24))
    assert (found.payment, found.means) == ("pay_1", Means.CARD)


def test_a_debit_under_way_is_no_money_even_with_a_line_in_the_book():
    found = heard("processing", a_charge("pending", a_line(), payment_method_details={"type": "bacs_debit"}))

    assert (found.standing, found.received, found.means) == (Standing.PENDING, NOTHING, Means.DIRECT_DEBIT)


def test_paid_without_a_line_in_the_book_is_asked_again_later():
    with pytest.raises(ProviderTrouble):
        heard(charge=a_charge(line=None))


def test_another_currency_is_refused():
    with pytest.raises(ProviderRefused):
        heard(charge=a_charge(line=a_line()), currency="usd")


@pytest.mark.parametrize(
    ("status", "standing"),
    [
        ("requires_payment_method", Standing.OPEN),
        ("requires_action", Standing.OPEN),
        ("processing", Standing.PENDING),
        ("canceled", Standing.EXPIRED),
    ],
)
def test_nothing_but_success_is_paid(status: str, standing: Standing):
    found = heard(status)

    assert (found.standing, found.received) == (standing, NOTHING)


@pytest.mark.parametrize(
    ("dispute", "taken", "returned", "closed"),
    [
        pytest.param(a_dispute("needs_response", -2000), 1, False, False, id="open"),
        pytest.param(a_dispute("lost", -2000), 1, False, True, id="lost"),
        pytest.param(a_dispute("won", -2000, 2000), 1, True, True, id="won"),
        pytest.param(a_dispute("warning_needs_response"), 0, False, False, id="an inquiry takes nothing"),
    ],
)
def test_a_dispute_is_read_from_what_it_moved(dispute: dict[str, Any], taken: int, returned: bool, closed: bool):  # noqa: FBT001
    found = heard(charge=a_charge(line=a_line()), disputes=(dispute,)).given_back

    assert len(found) == taken
    assert all((item.returned, item.closed, item.amount) == (returned, closed, pounds("£20")) for item in found)
