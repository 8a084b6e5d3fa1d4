"""A statement of a rent account for any period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from rent.domain.account import AccountKind, Posting
from rent.domain.money import NOTHING, Money, total
from rent.domain.periods import Period
from rent.domain.policy import AdviceLine


@dataclass(frozen=True, slots=True)
class Line:
    """A posting with the balance after it."""

    posting: Posting
    running: Money


@dataclass(frozen=True, slots=True)
class Statement:
    """
    What happened on an account in a period. ``closing == opening + debits - credits``.

    Source: domain.md RM-16
    """

    period: Period
    opening: Money
    lines: tuple[Line, ...]

    @property
    def debits(self) -> Money:
        """Return the sum of everything that raised the balance."""
        return total(line.posting.amount for line in self.lines if line.posting.amount > NOTHING)

    @property
    def credits(self) -> Money:
        """Return the sum of everything that lowered the balance, as a positive amount."""
        return -total(line.posting.amount for line in self.lines if line.posting.amount < NOTHING)

    @property
    def closing(self) -> Money:
        """Return the balance at the end of the period."""
        return self.lines[-1].running if self.lines else self.opening


@dataclass(frozen=True, slots=True)
class Document:
    """
    A statement with what must stand around it when it leaves the house. It names no person.

    Source: domain.md RM-16
    """

    statement: Statement
    reference: str
    kind: AccountKind
    landlord: str
    phone: str
    advice: AdviceLine
    drawn_up_on: date

    @property
    def last_day(self) -> date:
        """Return the last day the document can speak of."""
        end = self.statement.period.end
        return self.drawn_up_on if end is None else min(end - timedelta(days=1), self.drawn_up_on)


def draw_up(period: Period, opening: Money, postings: Iterable[Posting]) -> Statement:
    """
    Return the statement of a period from its opening balance and its postings.

    Postings are taken in the order given, which must be by value date and then by posting.
    """
    inside = tuple(posting for posting in postings if posting.value_date in period)
    running = accumulate((posting.amount for posting in inside), initial=opening)
    next(running)
    return Statement(period, opening, tuple(map(Line, inside, running)))


def last_thirteen_weeks(today: date) -> Period:
    """
    Return the period a rent statement covers when nobody asks for another.

    Source: domain.md PAP-2.3 (13 weeks: recalled, to be verified)
    """
    return Period(today - timedelta(weeks=13), today + timedelta(days=1))
