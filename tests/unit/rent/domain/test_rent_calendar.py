from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rent.domain.money import Money, pounds
from rent.domain.periods import (
    ChargeCycle,
    Period,
    RentYear,
    add_months,
    charge_days,
    cycles_due,
    is_working_day,
    monday_of,
    monthly_equivalent,
    next_charge_on,
    working_days_after,
)

WEEKLY, MONTHLY = ChargeCycle.WEEKLY, ChargeCycle.MONTHLY
CHRISTMAS = frozenset({date(2026, 12, 21), date(2026, 12, 28)})
BANK_HOLIDAYS = frozenset({date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)})
any_day = st.dates(date(2000, 1, 1), date(2100, 1, 1))
any_cycle = st.sampled_from(ChargeCycle)


@pytest.mark.parametrize(
    ("day", "first", "last", "weeks"),
    [
        pytest.param(date(2024, 4, 1), date(2024, 4, 1), date(2025, 4, 6), 53, id="2024/25 has 53 weeks"),
        pytest.param(date(2025, 4, 6), date(2024, 4, 1), date(2025, 4, 6), 53, id="its last Sunday still belongs to it"),
        pytest.param(date(2025, 12, 25), date(2025, 4, 7), date(2026, 4, 5), 52, id="2025/26"),
        pytest.param(date(2026, 4, 1), date(2025, 4, 7), date(2026, 4, 5), 52, id="1 April 2026 is still the year before"),
        pytest.param(date(2026, 11, 23), date(2026, 4, 6), date(2027, 4, 4), 52, id="2026/27"),
        pytest.param(date(2030, 4, 1), date(2030, 4, 1), date(2031, 4, 6), 53, id="2030/31 has 53 weeks"),
        pytest.param(date(2035, 6, 1), date(2035, 4, 2), date(2036, 4, 6), 53, id="2035/36 has 53 weeks"),
    ],
)
def test_rent_years(day, first, last, weeks):
    year = RentYear.of(day)

    assert (year.starts_on, year.next_starts_on - timedelta(days=1), year.weeks) == (first, last, weeks)


@given(any_day)
def test_every_day_is_in_exactly_one_rent_year(day):
    year = RentYear.of(day)

    assert year.starts_on <= day < year.next_starts_on
    assert RentYear.of(year.next_starts_on).starts_on == year.next_starts_on
    assert year.weeks in {52, 53}


@given(any_day)
def test_a_rent_year_is_whole_weeks_from_monday(day):
    mondays = list(RentYear.of(day).mondays())

    assert len(mondays) == RentYear.of(day).weeks
    assert all(monday.weekday() == 0 for monday in mondays)


def test_rent_free_weeks_are_not_charged():
    charged = RentYear.of(date(2026, 11, 23)).charged_mondays(CHRISTMAS)

    assert len(charged) == 50
    assert not CHRISTMAS.intersection(charged)


@pytest.mark.parametrize(
    ("today", "cycle", "rent_free", "expected"),
    [
        (date(2026, 11, 22), WEEKLY, frozenset(), date(2026, 11, 23)),
        (date(2026, 11, 23), WEEKLY, frozenset(), date(2026, 11, 30)),
        (date(2026, 12, 15), WEEKLY, CHRISTMAS, date(2027, 1, 4)),
        (date(2026, 11, 30), MONTHLY, frozenset(), date(2026, 12, 1)),
        (date(2026, 12, 1), MONTHLY, frozenset(), date(2027, 1, 1)),
        (date(2026, 12, 31), MONTHLY, CHRISTMAS, date(2027, 1, 1)),
    ],
)
def test_the_next_charge_day(today, cycle, rent_free, expected):
    assert next_charge_on(today, cycle, rent_free) == expected


@given(any_day, any_cycle)
def test_the_next_charge_day_is_the_first_of_the_days_to_come(today, cycle):
    tomorrow = today + timedelta(days=1)

    assert next_charge_on(today, cycle) == next(charge_days(tomorrow, tomorrow + timedelta(days=40), cycle))


@given(any_day, any_cycle, st.integers(0, 400))
def test_charge_days_are_the_days_on_which_the_cycle_is_due(start, cycle, length):
    days = (start + timedelta(days=number) for number in range(length))

    assert list(charge_days(start, start + timedelta(days=length), cycle)) == [day for day in days if cycle in cycles_due(day)]


@given(any_day)
def test_a_rent_year_charges_each_week_once_and_twelve_months(day):
    year = RentYear.of(day)

    assert list(charge_days(year.starts_on, year.next_starts_on, WEEKLY)) == list(year.mondays())
    assert len(list(charge_days(date(day.year, 1, 1), date(day.year + 1, 1, 1), MONTHLY))) == 12


@pytest.mark.parametrize(
    ("weekly", "rent_free_weeks", "monthly"),
    [("£120.00", 0, "£520.00"), ("£120.00", 4, "£480.00"), ("£97.37", 0, "£421.94"), ("£97.40", 0, "£422.07"), ("£0.00", 0, "£0.00")],
)
def test_monthly_rent_is_fifty_two_weeks_over_twelve(weekly, rent_free_weeks, monthly):
    assert monthly_equivalent(pounds(weekly), rent_free_weeks=rent_free_weeks) == pounds(monthly)


@given(st.integers(0, 10**6).map(Money), st.integers(0, 6))
def test_twelve_months_are_the_charged_weeks_but_for_sixpence(weekly, rent_free_weeks):
    year = monthly_equivalent(weekly, rent_free_weeks=rent_free_weeks) * 12

    assert abs((year - weekly * (52 - rent_free_weeks)).pence) <= 6


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 3, 31), -15, date(2024, 12, 31)),
    ],
)
def test_months_on(day, months, expected):
    assert add_months(day, months) == expected


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        pytest.param(date(2026, 11, 23), 1, date(2026, 11, 24), id="the next day"),
        pytest.param(date(2026, 11, 20), 1, date(2026, 11, 23), id="over a weekend"),
        pytest.param(date(2026, 12, 24), 1, date(2026, 12, 29), id="over Christmas, whose second day fell on a Saturday"),
        pytest.param(date(2026, 12, 31), 1, date(2027, 1, 4), id="over New Year"),
        pytest.param(date(2026, 11, 21), 0, date(2026, 11, 21), id="none is the same day"),
    ],
)
def test_working_days(day, count, expected):
    assert working_days_after(day, count, BANK_HOLIDAYS) == expected


@given(any_day, st.integers(1, 30))
def test_working_days_end_on_one(day, count):
    assert is_working_day(working_days_after(day, count, BANK_HOLIDAYS), BANK_HOLIDAYS)


@given(any_day)
def test_a_week_begins_on_the_monday_at_or_before(day):
    assert timedelta() <= day - monday_of(day) < timedelta(days=7)
    assert monday_of(day).weekday() == 0


def test_a_period_holds_its_first_day_and_not_its_end():
    november = Period(date(2026, 11, 1), date(2026, 12, 1))

    assert [date(2026, 10, 31) in november, date(2026, 11, 1) in november, date(2026, 12, 1) in november] == [False, True, False]
    assert date(9999, 1, 1) in Period(date(2026, 11, 1))
