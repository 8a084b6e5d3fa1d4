"""Postings, and attempts to pay."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from officer_console.presenters.names import ACCOUNTS, PAYMENTS
from officer_console.presenters.tenancy import balance
from rent.domain.account import Means, Payer, Posting, PostingKind
from rent.domain.money import NOTHING
from rent.domain.statement import Line
from rent.usecases.cases.read import WEEKS_MAX, Case
from rent.words import _, moment, money_exact, short_date
from web.localised import to_say

_KINDS: Final[Mapping[PostingKind, str]] = {
    PostingKind.OPENING: to_say("Balance brought forward"),
    PostingKind.CHARGE: to_say("Rent and charges"),
    PostingKind.PAYMENT: to_say("Payment"),
    PostingKind.ADJUSTMENT: to_say("Adjustment"),
    PostingKind.REVERSAL: to_say("Reversal"),
    PostingKind.REFUND: to_say("Refund"),
}
_PAYERS: Final[Mapping[Payer, str]] = {
    Payer.HOUSING_BENEFIT: to_say("Housing Benefit"),
    Payer.UNIVERSAL_CREDIT: to_say("Universal Credit, paid to us"),
    Payer.THIRD_PARTY_DEDUCTION: to_say("Third party deduction"),
    Payer.LOCAL_HOUSING_PAYMENT: to_say("Discretionary Housing Payment"),
    Payer.LANDLORD: to_say("Landlord"),
}
_MEANS: Final[Mapping[Means, str]] = {
    Means.CARD: to_say("card"),
    Means.DIRECT_DEBIT: to_say("Direct Debit"),
    Means.STANDING_ORDER: to_say("standing order"),
    Means.CASH: to_say("cash"),
    Means.BANK_TRANSFER: to_say("bank transfer"),
}


@dataclass(frozen=True, slots=True)
class PostingView:
    """One line of the ledger with the balance after it."""

    day: str
    what: str
    charged: str
    paid: str
    balance: str


@dataclass(frozen=True, slots=True)
class LedgerView:
    """The postings in view, newest first."""

    caption: str = ""
    opening: str = ""
    has_more: bool = False
    lines: tuple[PostingView, ...] = ()


@dataclass(frozen=True, slots=True)
class PaymentView:
    """One attempt to pay."""

    at: str
    amount: str
    account: str
    status: str
    colour: str


def ledger(case: Case, weeks: int, locale: str) -> LedgerView:
    """Show the postings of the account in view."""
    if case.account is None or case.statement is None:
        return LedgerView(caption=_("There is no account", locale))
    name = _(ACCOUNTS[case.account.kind], locale)
    since = short_date(case.statement.period.start, locale)
    lines = tuple(_line(line, locale) for line in reversed(case.statement.lines))
    caption = _("{account} since {day}", locale, account=name, day=since)
    return LedgerView(caption, balance(case.statement.opening, locale), weeks < WEEKS_MAX, lines)


def payments(case: Case, locale: str) -> list[PaymentView]:
    """Show the latest attempts to pay."""
    return [
        PaymentView(
            moment(attempt.at, locale),
            money_exact(attempt.amount, locale),
            _(ACCOUNTS[attempt.account], locale),
            _("{status}. Somebody must look", locale, status=_(PAYMENTS[attempt.status][0], locale))
            if attempt.needs_a_person
            else _(PAYMENTS[attempt.status][0], locale),
            PAYMENTS[attempt.status][1],
        )
        for attempt in case.payments
    ]


def _line(line: Line, locale: str) -> PostingView:
    posting = line.posting
    raises = posting.amount > NOTHING
    return PostingView(
        day=short_date(posting.value_date, locale),
        what=_what(posting, locale),
        charged=money_exact(posting.amount, locale) if raises else "",
        paid="" if raises else money_exact(-posting.amount, locale),
        balance=balance(line.running, locale),
    )


def _what(posting: Posting, locale: str) -> str:
    what = _(_KINDS[posting.kind], locale)
    if posting.payer in _PAYERS and posting.kind is not PostingKind.CHARGE:
        what = f"{what}: {_(_PAYERS[posting.payer], locale)}"
    elif posting.means in _MEANS:
        what = _("{what} by {means}", locale, what=what, means=_(_MEANS[posting.means], locale))
    return f"{what}. {posting.description}" if posting.description else what
