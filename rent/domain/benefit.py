"""Benefit that is on its way, and the arrears that are left when it is taken into account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from rent.domain.money import NOTHING, Money
from rent.domain.periods import add_months


class BenefitKind(StrEnum):
    """The two benefits that pay rent."""

    UNIVERSAL_CREDIT = "UNIVERSAL_CREDIT"
    HOUSING_BENEFIT = "HOUSING_BENEFIT"


@dataclass(frozen=True, slots=True)
class Claim:
    """
    A benefit award towards the rent.

    ``amount`` is per assessment period: a month for UC, four weeks for HB. ``anchor`` is the first
    day of any one period. ``paid_up_to`` is the first day for which nothing has been paid yet.
    ``ends_on`` is the last day it is paid for.
    """

    kind: BenefitKind
    amount: Money
    anchor: date
    paid_up_to: date
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Accrual:
    """Benefit earned but not yet paid, in its two parts."""

    completed_periods: Money
    current_period: Money

    @property
    def amount(self) -> Money:
        """Return all benefit that is on its way."""
        return self.completed_periods + self.current_period


def accrued(claim: Claim, today: date) -> Accrual:
    """
    Return the benefit earned by today and not yet paid.

    Completed unpaid periods count in full; any other by its days, half a penny up. Today is not over,
    so it has earned nothing yet.
    Source: domain.md, policy defaults (benefit accrual) and RM-6
    """
    until = min(today, claim.ends_on + timedelta(days=1)) if claim.ends_on else today
    completed, day = NOTHING, claim.paid_up_to
    while day < until:
        start, following = period_of(claim, day)
        earned = claim.amount.prorata((min(until, following) - day).days, (following - start).days)
        if until < following:
            return Accrual(completed, earned)
        completed, day = completed + earned, following
    return Accrual(completed, NOTHING)


def period_of(claim: Claim, day: date) -> tuple[date, date]:
    """Return the first day of the assessment period a day is in, and of the next."""
    if claim.kind is BenefitKind.HOUSING_BENEFIT:
        start = day - timedelta(days=(day - claim.anchor).days % 28)
        return start, start + timedelta(days=28)
    months = (day.year - claim.anchor.year) * 12 + day.month - claim.anchor.month
    # Counted from the anchor each time, so that the 31st does not drift to the 28th.
    if add_months(claim.anchor, months) > day:
        months -= 1
    return add_months(claim.anchor, months), add_months(claim.anchor, months + 1)


def collectable(balance: Money, benefit_due: Money, *, in_flight: Money = NOTHING) -> Money:
    """
    Return what the tenant themselves is behind by.

    Source: domain.md RM-7
    """
    return (balance - benefit_due - in_flight).or_nothing()
