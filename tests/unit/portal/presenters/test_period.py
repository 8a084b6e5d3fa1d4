"""What days a statement is of, from what somebody chose or typed."""

from datetime import date

import pytest

from portal.presenters.period import NotAPeriod, chosen_period
from rent.domain.periods import Period

TODAY = date(2026, 11, 23)


def days(first, last):
    """Return a form in which two days were typed, each as ``27 3 2026``."""
    parts = ("day", "month", "year")
    typed = {f"from-{part}": word for part, word in zip(parts, first.split(), strict=False)}
    return {"period": "other", **typed, **{f"to-{part}": word for part, word in zip(parts, last.split(), strict=False)}}


@pytest.mark.parametrize(
    ("form", "first", "until"),
    [
        pytest.param({}, date(2026, 8, 24), date(2026, 11, 24), id="nothing chosen is thirteen weeks up to today"),
        pytest.param({"period": "this-year"}, date(2026, 4, 6), date(2026, 11, 24), id="the rent year began on a Monday in April"),
        pytest.param(days("1 9 2026", "30 9 2026"), date(2026, 9, 1), date(2026, 10, 1), id="both days typed are included"),
        pytest.param(days("1 9 2026", "1 9 2026"), date(2026, 9, 1), date(2026, 9, 2), id="one day is a period"),
        pytest.param(days("1 9 2026", "30 9 2030"), date(2026, 9, 1), date(2026, 11, 24), id="the future is cut off"),
        pytest.param(
            days("\u0660\u0661 \u0669 \u0662\u0660\u0662\u0666", "30 9 2026"),
            date(2026, 9, 1),
            date(2026, 10, 1),
            id="digits of another script count",
        ),
    ],
)
def test_a_choice_is_a_period(form, first, until):
    assert chosen_period(form, TODAY) == Period(first, until)


@pytest.mark.parametrize(
    ("form", "field"),
    [
        pytest.param(days("", "30 9 2026"), "from-day", id="no first day"),
        pytest.param(days("31 2 2026", "30 9 2026"), "from-day", id="a day that never was"),
        pytest.param(days("1 9 2026", "yesterday"), "to-day", id="no figures"),
        pytest.param(days("1 9 2026", "30 9 99999"), "to-day", id="a year too long"),
        pytest.param(days("2 9 2026", "1 9 2026"), "to-day", id="the wrong way round"),
        pytest.param(days("24 11 2026", "24 11 2026"), "from-day", id="tomorrow"),
        pytest.param(days("31 12 2019", "1 9 2026"), "from-day", id="longer ago than we show"),
    ],
)
def test_what_is_no_period_names_the_field_to_put_right(form, field):
    with pytest.raises(NotAPeriod) as refused:
        chosen_period(form, TODAY)

    assert refused.value.field == field
