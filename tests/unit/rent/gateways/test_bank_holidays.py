from datetime import date

import pytest

from rent.domain.periods import is_working_day
from rent.domain.tenancy import Region
from rent.gateways.bank_holidays import bank_holidays


@pytest.mark.parametrize("region", Region)
@pytest.mark.parametrize(
    ("day", "holiday"),
    [
        pytest.param(date(2026, 4, 3), True, id="Good Friday"),
        pytest.param(date(2026, 4, 6), True, id="Easter Monday, the first of the rent year"),
        pytest.param(date(2026, 8, 31), True, id="August bank holiday"),
        pytest.param(date(2026, 12, 28), True, id="instead of Boxing Day on a Saturday"),
        pytest.param(date(2027, 1, 1), True, id="New Year's Day, asked for in the year before"),
        pytest.param(date(2026, 12, 29), False, id="the day after"),
        pytest.param(date(2026, 3, 17), False, id="Northern Ireland's day"),
        pytest.param(date(2026, 11, 30), False, id="Scotland's day"),
    ],
)
def test_the_bank_holidays_of_england_and_wales(region, day, holiday):
    found = bank_holidays(region, 2026)

    assert (day in found) is holiday
    assert is_working_day(day, found) is not holiday
