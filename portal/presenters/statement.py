"""A statement, ready to be read."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from portal import routes
from portal.presenters.accounts import Account, account_with_reference, balance_in_table
from rent.domain.money import NOTHING, Money
from rent.domain.periods import Period
from rent.domain.statement import Line, Statement
from rent.gateways.posting_words import what_it_is
from rent.words import _, long_date, money_exact, short_date

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A line: what happened, and the balance after it."""

    day: str = ""
    what: str = ""
    charged: str = ""
    paid: str = ""
    balance: str = ""


@dataclass(frozen=True, slots=True)
class StatementView:
    """A whole statement: opening, what was charged, what was paid, closing."""

    is_ready: bool = False
    caption: str = ""
    opening: str = ""
    debits: str = ""
    credits: str = ""
    closing: str = ""
    rows: list[StatementRow] = field(default_factory=list)
    csv: str = ""
    pdf: str = ""


def statement(drawn: Statement, account: Account, today: date, locale: str) -> StatementView:
    """Show a statement that ends on the last day of its period, or today if that is earlier."""
    first, last = drawn.period.start, last_day(drawn.period, today)
    keep = {"account": account.id, "first": first.isoformat(), "last": last.isoformat()}
    name = account_with_reference(account.kind, account.reference, locale)
    days = {"first": long_date(first, locale), "last": long_date(last, locale)}
    return StatementView(
        is_ready=True,
        caption=_("{account}, {first} to {last}", locale, account=name, **days),
        opening=balance_in_table(drawn.opening, locale),
        debits=money_exact(drawn.debits, locale),
        credits=money_exact(drawn.credits, locale),
        closing=balance_in_table(drawn.closing, locale),
        rows=[_row(line, locale) for line in drawn.lines],
        csv=routes.download(routes.STATEMENT_CSV, locale, **keep),
        pdf=routes.download(routes.STATEMENT_PDF, locale, **keep),
    )


def last_day(period: Period, today: date) -> date:
    """Return the last day a statement can speak of."""
    return today if period.end is None else min(period.end - _DAY, today)


def _row(line: Line, locale: str) -> StatementRow:
    amount = line.posting.amount
    return StatementRow(
        day=short_date(line.posting.value_date, locale),
        what=what_it_is(line.posting, locale),
        charged=_figure(amount, locale),
        paid=_figure(-amount, locale),
        balance=balance_in_table(line.running, locale),
    )


def _figure(amount: Money, locale: str) -> str:
    return money_exact(amount, locale) if amount > NOTHING else ""
