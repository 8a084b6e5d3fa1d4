"""What follows from what the provider says of a payment."""

from __future__ import annotations

from datetime import date
from functools import reduce
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rent.domain.account import Means, PostingKind
from rent.domain.money import NOTHING, Money, pounds, total
from rent.domain.payment import TRANSITIONS, Status, TransitionNotAllowed, advance
from rent.domain.settlement import (
    GivenBack,
    GivenBackAs,
    Standing,
    contradicts,
    credit,
    given_again,
    route,
    status_for,
    taken_back,
)
from tests.builders import a_payment, recorded

DAY, LATER = date(2026, 11, 23), date(2026, 11, 30)
TWENTY = pounds("£20")


def gone(kind: GivenBackAs, amount: str = "£20", **said: bool) -> GivenBack:
    return GivenBack("x_1", kind, pounds(amount), DAY, **said)


REFUND, DISPUTE, LATE = GivenBackAs.REFUND, GivenBackAs.DISPUTE, GivenBackAs.LATE_FAILURE


@pytest.mark.parametrize(
    ("standing", "given_back", "status"),
    [
        pytest.param(Standing.OPEN, (), None, id="an open checkout is no news"),
        pytest.param(Standing.PENDING, (), Status.PENDING, id="completed is not paid"),
        pytest.param(Standing.FAILED, (), Status.FAILED, id="failed"),
        pytest.param(Standing.EXPIRED, (), Status.EXPIRED, id="expired"),
        pytest.param(Standing.PAID, (), Status.PAID, id="paid"),
        pytest.param(Standing.PAID, (gone(REFUND, "£19.99"),), Status.PAID, id="a penny short of all of it is still paid"),
        pytest.param(Standing.PAID, (gone(REFUND),), Status.REFUNDED, id="all of it given back"),
        pytest.param(Standing.PAID, (gone(REFUND, "£12"), gone(REFUND, "£8")), Status.REFUNDED, id="given back in parts"),
        pytest.param(Standing.PAID, (gone(REFUND, returned=True),), Status.PAID, id="a refund that came back"),
        pytest.param(Standing.PAID, (gone(DISPUTE),), Status.DISPUTED, id="disputed"),
        pytest.param(Standing.PAID, (gone(DISPUTE, closed=True),), Status.LOST, id="a dispute that was lost"),
        pytest.param(Standing.PAID, (gone(DISPUTE, closed=True, returned=True),), Status.PAID, id="a dispute that was won"),
        pytest.param(Standing.PAID, (gone(REFUND), gone(DISPUTE)), Status.DISPUTED, id="refunded and disputed as well"),
        pytest.param(Standing.PAID, (gone(LATE),), Status.FAILED, id="failed after it was credited"),
    ],
)
def test_where_a_payment_stands(standing: Standing, given_back: tuple[GivenBack, ...], status: Status | None):
    assert status_for(standing, TWENTY, given_back) is status


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(Status.CREATED, Status.LOST, id="everything heard at once"),
        pytest.param(Status.EXPIRED, Status.PAID, id="paid after we had given up"),
        pytest.param(Status.REFUNDED, Status.DISPUTED, id="claimed at the bank as well"),
        pytest.param(Status.LOST, Status.PAID, id="an appeal that was won"),
        pytest.param(Status.REFUNDED, Status.PAID, id="a refund that came back"),
    ],
)
def test_there_is_a_way_to_what_can_happen(before: Status, after: Status):
    payment = reduce(advance, route(before, after), a_payment(before))

    assert payment.status is after


@pytest.mark.parametrize("before", [status for status in Status if status is not Status.CREATED])
def test_nothing_leads_back_to_the_beginning(before: Status):
    with pytest.raises(TransitionNotAllowed):
        route(before, Status.CREATED)


def test_staying_takes_no_event():
    assert [route(status, status) for status in Status] == [()] * len(Status)


def test_no_status_is_a_dead_letter():
    assert {status for (_, _), status in TRANSITIONS.items()} | {Status.CREATED} == set(Status)


@pytest.mark.parametrize("status", [Status.PAID, Status.REFUNDED, Status.DISPUTED, Status.LOST])
def test_paid_money_that_is_called_unpaid_is_a_contradiction(status: Status):
    assert contradicts(a_payment(status), Standing.FAILED)
    assert not contradicts(a_payment(status), Standing.PAID)


def test_a_credit_lowers_the_balance_on_the_day_the_money_came():
    posting = credit(a_payment(amount="£20"), provider_id="pi_1", received=TWENTY, received_on=DAY, means=Means.CARD, source="stripe")

    assert (posting.amount, posting.value_date, posting.external_id) == (-TWENTY, DAY, "pi_1:paid")


@pytest.mark.parametrize(
    ("kind", "posted", "external_id", "came_back"),
    [
        (REFUND, PostingKind.REFUND, "x_1", "x_1:failed"),
        (DISPUTE, PostingKind.REVERSAL, "x_1:withdrawn", "x_1:reinstated"),
        (LATE, PostingKind.REVERSAL, "x_1:failed", "x_1:recovered"),
    ],
)
def test_what_leaves_points_at_what_came(kind: GivenBackAs, posted: PostingKind, external_id: str, came_back: str):
    credited = recorded(_credit(TWENTY), 7)
    item = GivenBack("x_1", kind, pounds("£5"), DAY, returned=True, returned_on=LATER)

    taken = taken_back(credited, item)
    back = given_again(recorded(taken, 8), item)

    assert (taken.kind, taken.external_id, taken.reverses, taken.amount) == (posted, external_id, 7, pounds("£5"))
    assert (back.external_id, back.reverses, back.amount, back.value_date) == (came_back, 8, -pounds("£5"), LATER)


amounts = st.integers(min_value=1, max_value=1_000_000).map(Money)
items = st.lists(st.builds(GivenBack, st.uuids().map(str), st.sampled_from(GivenBackAs), amounts, st.just(DAY), st.booleans()), max_size=5)


@given(received=amounts, given_back=items)
def test_the_ledger_holds_what_came_less_what_left(received: Money, given_back: list[GivenBack]):
    credited = recorded(_credit(received), 1)

    postings = [credited, *(taken_back(credited, item) for item in given_back)]
    postings += [given_again(taken_back(credited, item), item) for item in given_back if item.returned]

    left = total(item.amount for item in given_back if not item.returned)
    assert total(posting.amount for posting in postings) == left - received
    assert len({posting.external_id for posting in postings}) == len(postings)


@given(received=amounts, given_back=items.filter(lambda found: len(found) < 4))
def test_the_order_of_what_is_heard_never_matters(received: Money, given_back: list[GivenBack]):
    found = {status_for(Standing.PAID, received, order) for order in permutations(given_back)}

    assert len(found) == 1


@given(received=amounts, given_back=items)
def test_whatever_is_heard_can_be_reached_from_the_beginning(received: Money, given_back: list[GivenBack]):
    target = status_for(Standing.PAID, received, given_back)

    assert target is not None
    assert reduce(advance, route(Status.CREATED, target), a_payment()).status is target


def _credit(received: Money):
    assert received > NOTHING
    return credit(a_payment(), provider_id="pi_1", received=received, received_on=DAY, means=Means.CARD, source="stripe")
