from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rent.domain.money import NOTHING, Money, pounds
from rent.domain.payment import TRANSITIONS, Event, NotPayable, Status, TransitionNotAllowed, advance, check_amount, still_held
from tests.builders import a_payment

JOURNEYS = [
    pytest.param([Event.SUCCEEDED], Status.PAID, id="paid at once"),
    pytest.param([Event.SUBMITTED, Event.SUCCEEDED], Status.PAID, id="paid after a wait"),
    pytest.param([Event.SUBMITTED, Event.FAILED], Status.FAILED, id="declined"),
    pytest.param([Event.FAILED, Event.SUCCEEDED], Status.PAID, id="declined, and then a good card"),
    pytest.param([Event.EXPIRED], Status.EXPIRED, id="walked away"),
    pytest.param([Event.EXPIRED, Event.SUCCEEDED], Status.PAID, id="paid though we had given up"),
    pytest.param([Event.SUCCEEDED, Event.FAILED], Status.FAILED, id="a Direct Debit that bounced"),
    pytest.param([Event.SUCCEEDED, Event.REFUNDED_IN_FULL], Status.REFUNDED, id="given back"),
    pytest.param([Event.SUCCEEDED, Event.DISPUTE_OPENED, Event.DISPUTE_LOST], Status.LOST, id="claimed back at the bank"),
    pytest.param([Event.SUCCEEDED, Event.DISPUTE_OPENED, Event.DISPUTE_WON], Status.PAID, id="claimed back, and returned to us"),
]


@pytest.mark.parametrize(("events", "ends"), JOURNEYS)
def test_what_can_happen_to_a_payment(events, ends):
    payment = a_payment()

    for event in events:
        payment = advance(payment, event)

    assert payment.status is ends


@pytest.mark.parametrize(("status", "event"), [pair for pair in product(Status, Event) if pair not in TRANSITIONS])
def test_nothing_else_can(status, event):
    with pytest.raises(TransitionNotAllowed):
        advance(a_payment(status), event)


def test_every_status_can_be_reached_and_every_event_can_happen():
    assert {Status.CREATED, *TRANSITIONS.values()} == set(Status)
    assert {event for _, event in TRANSITIONS} == set(Event)


@given(st.lists(st.sampled_from(Event), max_size=12))
def test_only_money_that_came_can_be_given_back_or_claimed(events):
    payment, came = a_payment(), False
    for event in events:
        if (payment.status, event) in TRANSITIONS:
            payment = advance(payment, event)
            came = came or payment.status is Status.PAID
        assert came or payment.status not in {Status.REFUNDED, Status.DISPUTED, Status.LOST}


@pytest.mark.parametrize(("amount", "fine"), [("£0.29", False), ("£0.30", True), ("£20", True), ("£10,000", True), ("£10,000.01", False)])
def test_what_a_card_can_pay(amount, fine):
    if fine:
        assert check_amount(pounds(amount)) == pounds(amount)
    else:
        with pytest.raises(NotPayable):
            check_amount(pounds(amount))


@given(st.integers(0, 10**6).map(Money), st.integers(0, 10**6).map(Money))
def test_what_is_left_of_a_payment_is_between_nothing_and_all_of_it(paid, given_back):
    assert NOTHING <= still_held(paid, given_back) <= paid
