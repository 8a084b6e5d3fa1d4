"""What goes through a household's rent account in eighteen months."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Final

from rent.domain.account import Means, Payer, PostingKind
from rent.domain.benefit import BenefitKind, Claim
from rent.domain.money import Money
from rent.domain.periods import WEEK, ChargeCycle, add_months, charge_days
from rent.usecases.demo.calendar import Calendar
from rent.usecases.demo.household import ON_UC, Household, Pays

UC_PAID_AFTER: Final = timedelta(days=7)
HB_PERIOD: Final = timedelta(days=28)
DD_BOUNCES: Final = 0.02
DD_RETURNED_AFTER: Final = timedelta(days=3)
MADE_GOOD: Final = 0.8


@dataclass(frozen=True, slots=True)
class Flow:
    """One line of a ledger in the making; ``undoes`` is the line before it."""

    on: date
    kind: PostingKind
    pence: int
    payer: Payer = Payer.TENANT
    means: Means = Means.NONE
    description: str = ""
    undoes: bool = False


def charges(household: Household, calendar: Calendar) -> Iterator[Flow]:
    """Yield what is charged."""
    increase = calendar.increase_of(household.cycle)
    charge = household.weekly if household.cycle is ChargeCycle.WEEKLY else household.monthly
    last = household.ends_on or calendar.today
    for day in calendar.charged(household.starts_on, last, household.cycle, household.rent_free):
        yield Flow(day, PostingKind.CHARGE, charge(day, increase), Payer.LANDLORD)


def payments(household: Household, calendar: Calendar, luck: Random) -> Iterator[Flow]:
    """Yield what is paid, in no order."""
    match household.pays:
        case Pays.DIRECT_DEBIT:
            yield from _by_direct_debit(household, calendar, luck)
        case Pays.WEEKLY:
            yield from _by_the_week(household, calendar, luck, _first(household, calendar), _last(household, calendar))
        case Pays.HOUSING_BENEFIT:
            yield from _by_housing_benefit(household, calendar, luck)
        case Pays.UC_TO_LANDLORD | Pays.UC_TO_TENANT:
            claimed = min(household.benefit_from, _last(household, calendar))
            yield from _by_the_week(household, calendar, luck, _first(household, calendar), claimed)
            yield from _by_universal_credit(household, calendar, luck)


def claim_of(household: Household, calendar: Calendar) -> Claim | None:
    """Return the household's benefit award, paid as far as it has been."""
    if household.ends_on or (household.pays not in ON_UC and household.pays is not Pays.HOUSING_BENEFIT):
        return None
    start, increase = household.benefit_from, calendar.increase_of(household.cycle)
    if household.pays in ON_UC:
        months = 0
        while add_months(start, months + 1) + UC_PAID_AFTER <= calendar.today:
            months += 1
        amount = household.monthly(calendar.today, increase, only_eligible=True)
        return Claim(BenefitKind.UNIVERSAL_CREDIT, Money(amount), start, add_months(start, months))
    periods = max(0, (calendar.today - start) // HB_PERIOD)
    amount = 4 * household.weekly(calendar.today, increase, only_eligible=True)
    return Claim(BenefitKind.HOUSING_BENEFIT, Money(amount), start, start + HB_PERIOD * periods)


def _first(household: Household, calendar: Calendar) -> date:
    return max(household.starts_on, calendar.since)


def _last(household: Household, calendar: Calendar) -> date:
    return min(household.ends_on or calendar.today, calendar.today)


def _by_the_week(household: Household, calendar: Calendar, luck: Random, first: date, last: date) -> Iterator[Flow]:
    increase, owing, after = calendar.increase_on, 0, luck.randint(0, 5)
    for day in charge_days(first, last, ChargeCycle.WEEKLY, frozenset(household.rent_free)):
        due = household.weekly(day, increase) + owing
        if luck.random() < household.misses:
            owing = due if luck.random() < MADE_GOOD else 0
        elif day + timedelta(days=after) <= last:
            yield Flow(day + timedelta(days=after), PostingKind.PAYMENT, -due, means=household.means)
            owing = 0


def _by_direct_debit(household: Household, calendar: Calendar, luck: Random) -> Iterator[Flow]:
    last, increase = _last(household, calendar), calendar.increase_of(household.cycle)
    day = _first(household, calendar).replace(day=luck.choice((1, 1, 5, 15, 28)))
    while (day := add_months(day, 1)) <= last:
        amount, on = household.monthly(day, increase), _weekday(day)
        if on > last:
            return
        yield Flow(on, PostingKind.PAYMENT, -amount, means=Means.DIRECT_DEBIT)
        back = _weekday(on + DD_RETURNED_AFTER)
        if luck.random() < DD_BOUNCES and back <= last:
            yield Flow(
                back,
                PostingKind.REVERSAL,
                amount,
                means=Means.DIRECT_DEBIT,
                description="Direct Debit returned: refer to payer",
                undoes=True,
            )
            again = _weekday(back + WEEK)
            if luck.random() < MADE_GOOD and again <= last:
                yield Flow(again, PostingKind.PAYMENT, -amount, means=Means.CARD)


def _by_universal_credit(household: Household, calendar: Calendar, luck: Random) -> Iterator[Flow]:
    last, increase = _last(household, calendar), calendar.increase_of(household.cycle)
    number = 0
    while (paid := add_months(household.benefit_from, number := number + 1) + UC_PAID_AFTER) <= last:
        if paid < _first(household, calendar):
            continue
        whole, eligible = household.monthly(paid, increase), household.monthly(paid, increase, only_eligible=True)
        if household.pays is Pays.UC_TO_LANDLORD:
            yield Flow(paid, PostingKind.PAYMENT, -eligible, Payer.UNIVERSAL_CREDIT, Means.BENEFIT_FILE)
            whole -= eligible
        own = paid + timedelta(days=luck.randint(0, 3))
        if whole and own <= last and luck.random() >= household.misses:
            yield Flow(own, PostingKind.PAYMENT, -whole, means=household.means)


def _by_housing_benefit(household: Household, calendar: Calendar, luck: Random) -> Iterator[Flow]:
    last, increase = _last(household, calendar), calendar.increase_of(household.cycle)
    end = household.benefit_from
    while (end := end + HB_PERIOD) <= last:
        if end < _first(household, calendar):
            continue
        weeks = 4 - sum(end - HB_PERIOD <= day < end for day in household.rent_free)
        eligible = weeks * household.weekly(end - WEEK, increase, only_eligible=True)
        own = weeks * household.weekly(end - WEEK, increase) - eligible
        if eligible:
            yield Flow(end, PostingKind.PAYMENT, -eligible, Payer.HOUSING_BENEFIT, Means.BENEFIT_FILE)
        if own and luck.random() >= household.misses:
            yield Flow(end, PostingKind.PAYMENT, -own, means=household.means)


def _weekday(day: date) -> date:
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)  # noqa: PLR2004 (Friday)
