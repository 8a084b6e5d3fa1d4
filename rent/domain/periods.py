"""The rent calendar: weeks begin on Monday, the rent year on the first Monday in April."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from rent.domain.money import Money

WEEK: Final = timedelta(days=7)
_MONDAY: Final = 0


class ChargeCycle(StrEnum):
    """How often a home is charged."""

    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``start`` up to, not including, ``end``; a missing end is open."""

    start: date
    end: date | None = None

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class RentYear:
    """
    A rent year: the Mondays from the first in April to the eve of the next.

    Source: domain.md RM-1
    """

    starts_on: date

    @classmethod
    def of(cls, day: date) -> RentYear:
        """Return the rent year a day falls in."""
        this = _first_monday_in_april(day.year)
        return cls(this if day >= this else _first_monday_in_april(day.year - 1))

    @property
    def next_starts_on(self) -> date:
        """Return the first day of the following rent year."""
        return _first_monday_in_april(self.starts_on.year + 1)

    @property
    def weeks(self) -> int:
        """Return how many Mondays the year has: 52, or 53 about every sixth year."""
        return (self.next_starts_on - self.starts_on) // WEEK

    def mondays(self) -> Iterator[date]:
        """Yield each Monday of the year."""
        return (self.starts_on + WEEK * number for number in range(self.weeks))

    def charged_mondays(self, rent_free: frozenset[date]) -> tuple[date, ...]:
        """Return the Mondays on which rent is charged."""
        return tuple(day for day in self.mondays() if day not in rent_free)


def monday_of(day: date) -> date:
    """Return the Monday of the week a day is in."""
    return day - timedelta(days=day.weekday())


def next_charge_on(today: date, cycle: ChargeCycle, rent_free: frozenset[date] = frozenset()) -> date:
    """Return the next day on which rent will be charged, after today."""
    if cycle is ChargeCycle.MONTHLY:
        return add_months(today.replace(day=1), 1)
    day = monday_of(today) + WEEK
    while day in rent_free:
        day += WEEK
    return day


def cycles_due(day: date) -> frozenset[ChargeCycle]:
    """
    Return the cycles that are charged on a day: weekly on Mondays, monthly on the first.

    Source: domain.md RM-1
    """
    weekly = {ChargeCycle.WEEKLY} if day.weekday() == _MONDAY else set()
    monthly = {ChargeCycle.MONTHLY} if day.day == 1 else set()
    return frozenset(weekly | monthly)


def charge_days(start: date, end: date, cycle: ChargeCycle, rent_free: frozenset[date] = frozenset()) -> Iterator[date]:
    """Yield each charge day from start up to, not including, end."""
    if cycle is ChargeCycle.MONTHLY:
        day = start if start.day == 1 else add_months(start.replace(day=1), 1)
        while day < end:
            yield day
            day = add_months(day, 1)
        return
    day = start if start.weekday() == _MONDAY else monday_of(start) + WEEK
    while day < end:
        if day not in rent_free:
            yield day
        day += WEEK


def monthly_equivalent(weekly: Money, *, rent_free_weeks: int = 0) -> Money:
    """
    Return the monthly rent that equals a weekly rent over a 52 week year.

    Source: domain.md RM-2
    """
    return weekly.prorata(52 - rent_free_weeks, 12)


def add_months(day: date, months: int) -> date:
    """Return the same day some months on, or that month's last day when it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def working_days_after(day: date, count: int, bank_holidays: frozenset[date]) -> date:
    """Return the day that is ``count`` working days after another."""
    while count > 0:
        day += timedelta(days=1)
        if is_working_day(day, bank_holidays):
            count -= 1
    return day


def is_working_day(day: date, bank_holidays: frozenset[date]) -> bool:
    """Return whether a day is neither a weekend day nor a bank holiday."""
    return day.weekday() < 5 and day not in bank_holidays  # noqa: PLR2004


def _first_monday_in_april(year: int) -> date:
    first = date(year, 4, 1)
    return first + timedelta(days=-first.weekday() % 7)
