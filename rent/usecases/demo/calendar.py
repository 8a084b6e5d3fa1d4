"""The days a demo landlord's ledger is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from rent.domain.periods import ChargeCycle, RentYear, add_months, charge_days, monday_of

MONTHS: Final = 18
FREE_WEEKS: Final = 2


@dataclass(frozen=True, slots=True)
class Calendar:
    """Eighteen months up to a day."""

    today: date

    @property
    def since(self) -> date:
        """Return the Monday the ledger begins on."""
        return monday_of(add_months(self.today, -MONTHS))

    @property
    def increase_on(self) -> date:
        """Return the day of the latest rent increase, for homes charged by the week."""
        return RentYear.of(self.today).starts_on

    def increase_of(self, cycle: ChargeCycle) -> date:
        """Return the day of the latest rent increase."""
        return self.increase_on if cycle is ChargeCycle.WEEKLY else self.increase_on.replace(day=1)

    @property
    def rent_free(self) -> tuple[date, ...]:
        """Return the Mondays of four free weeks a rent year: two at Christmas and the last two of the year."""
        years = [RentYear.of(self.since)]
        while years[-1].starts_on <= self.today:
            years.append(RentYear.of(years[-1].next_starts_on))
        return tuple(sorted(day for year in years for day in _free_weeks(year)))

    def charged(self, first: date, last: date, cycle: ChargeCycle, rent_free: tuple[date, ...]) -> list[date]:
        """Return the days rent is charged between two days, both included."""
        return list(charge_days(max(first, self.since), min(last, self.today) + timedelta(days=1), cycle, frozenset(rent_free)))


def _free_weeks(year: RentYear) -> list[date]:
    christmas = monday_of(date(year.starts_on.year, 12, 25))
    last = year.next_starts_on
    return [day + timedelta(weeks=week) for day in (christmas, last - timedelta(weeks=FREE_WEEKS)) for week in range(FREE_WEEKS)]
