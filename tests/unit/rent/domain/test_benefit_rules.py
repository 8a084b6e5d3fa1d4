from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rent.domain.benefit import accrued, collectable, period_of
from rent.domain.money import NOTHING, Money, pounds
from tests.builders import a_uc_claim, an_hb_claim, signed

days_about_now = st.dates(date(2020, 1, 1), date(2035, 1, 1))


@pytest.mark.parametrize(
    ("today", "paid_up_to", "ends_on", "completed", "current"),
    [
        pytest.param(date(2026, 11, 10), date(2026, 11, 10), None, "£0", "£0", id="paid up to today"),
        pytest.param(date(2026, 11, 20), date(2026, 11, 10), None, "£0", "£200", id="ten days of thirty"),
        pytest.param(date(2026, 12, 9), date(2026, 11, 10), None, "£0", "£580", id="the last day but one"),
        pytest.param(date(2026, 12, 10), date(2026, 11, 10), None, "£600", "£0", id="a whole month"),
        pytest.param(date(2026, 12, 14), date(2026, 11, 10), None, "£600", "£77.42", id="a month, and four days of thirty-one"),
        pytest.param(date(2027, 1, 12), date(2026, 11, 10), None, "£1200", "£38.71", id="two late months, and two days"),
        pytest.param(date(2026, 11, 30), date(2026, 11, 10), date(2026, 11, 19), "£0", "£200", id="ended: no more is earned"),
        pytest.param(date(2026, 11, 15), date(2026, 11, 10), date(2026, 11, 19), "£0", "£100", id="ends soon, but not yet"),
        pytest.param(date(2027, 6, 1), date(2026, 11, 10), date(2026, 12, 9), "£600", "£0", id="ended with a period, not paid yet"),
        pytest.param(date(2026, 12, 15), date(2026, 12, 10), date(2026, 12, 9), "£0", "£0", id="ended and paid in full"),
        pytest.param(date(2026, 11, 12), date(2026, 12, 10), None, "£0", "£0", id="paid ahead"),
        pytest.param(date(2026, 11, 25), date(2026, 11, 20), None, "£0", "£100", id="part of a period paid: the other days are due"),
    ],
)
def test_universal_credit_on_its_way(today, paid_up_to, ends_on, completed, current):
    claim = a_uc_claim("£600", anchor=date(2026, 1, 10), paid_up_to=paid_up_to, ends_on=ends_on)

    found = accrued(claim, today)

    assert (found.completed_periods, found.current_period) == (pounds(completed), pounds(current))
    assert found.amount == pounds(completed) + pounds(current)


@pytest.mark.parametrize(
    ("day", "start", "following"),
    [
        (date(2026, 1, 31), date(2026, 1, 31), date(2026, 2, 28)),
        (date(2026, 2, 27), date(2026, 1, 31), date(2026, 2, 28)),
        (date(2026, 2, 28), date(2026, 2, 28), date(2026, 3, 31)),
        (date(2026, 3, 30), date(2026, 2, 28), date(2026, 3, 31)),
        (date(2026, 4, 30), date(2026, 4, 30), date(2026, 5, 31)),
        (date(2028, 2, 29), date(2028, 2, 29), date(2028, 3, 31)),
        (date(2025, 12, 30), date(2025, 11, 30), date(2025, 12, 31)),
    ],
)
def test_months_that_begin_on_the_31st_do_not_drift(day, start, following):
    claim = a_uc_claim(anchor=date(2026, 1, 31), paid_up_to=date(2026, 1, 31))

    assert period_of(claim, day) == (start, following)


@pytest.mark.parametrize(
    ("today", "due"),
    [
        pytest.param(date(2026, 11, 2), "£0", id="the first day of four weeks"),
        pytest.param(date(2026, 11, 9), "£100", id="a week"),
        pytest.param(date(2026, 11, 29), "£385.71", id="the eve of payment"),
        pytest.param(date(2026, 11, 30), "£400", id="four weeks"),
        pytest.param(date(2026, 12, 7), "£500", id="four weeks late by one"),
    ],
)
def test_housing_benefit_on_its_way(today, due):
    claim = an_hb_claim("£400", anchor=date(2026, 4, 20), paid_up_to=date(2026, 11, 2))

    assert accrued(claim, today).amount == pounds(due)


claims = st.builds(
    lambda make, pence, anchor, offset: make(
        f"£{pence // 100}.{pence % 100:02}", anchor=anchor, paid_up_to=anchor + timedelta(days=offset)
    ),
    st.sampled_from([a_uc_claim, an_hb_claim]),
    st.integers(1, 200_000),
    days_about_now,
    st.integers(0, 400),
)


@given(claims, days_about_now)
def test_every_day_is_in_the_period_it_is_said_to_be_in(claim, day):
    start, following = period_of(claim, day)

    assert start <= day < following
    assert period_of(claim, following)[0] == following
    assert 28 <= (following - start).days <= 31


@given(claims, st.integers(0, 200))
def test_what_is_due_never_falls_from_one_day_to_the_next(claim, days):
    today = claim.paid_up_to + timedelta(days=days)

    assert accrued(claim, today).amount <= accrued(claim, today + timedelta(days=1)).amount


@given(claims, st.integers(1, 24))
def test_so_many_whole_periods_are_so_many_payments(claim, periods):
    start = day = period_of(claim, claim.paid_up_to)[1]
    for _ in range(periods):
        day = period_of(claim, day)[1]

    assert accrued(_paid_up_to(claim, start), day).amount == claim.amount * periods


@pytest.mark.parametrize(
    ("balance", "benefit_due", "in_flight", "expected"),
    [
        ("£600", "£500", "£0", "£100"),
        ("£600", "£500", "£60", "£40"),
        ("£500", "£500", "£0", "£0"),
        ("£400", "£500", "£0", "£0"),
        ("-£20", "£0", "£0", "£0"),
    ],
)
def test_collectable_arrears(balance, benefit_due, in_flight, expected):
    assert collectable(signed(balance), pounds(benefit_due), in_flight=pounds(in_flight)) == pounds(expected)


@given(st.integers(-(10**6), 10**6).map(Money), st.integers(0, 10**6).map(Money))
def test_nobody_is_asked_for_more_than_they_owe_or_less_than_nothing(balance, due):
    assert NOTHING <= collectable(balance, due) <= max(balance, NOTHING)


def _paid_up_to(claim, day):
    make = {"UNIVERSAL_CREDIT": a_uc_claim, "HOUSING_BENEFIT": an_hb_claim}[claim.kind]
    return make(f"£{claim.amount.pence // 100}.{claim.amount.pence % 100:02}", anchor=claim.anchor, paid_up_to=day)
