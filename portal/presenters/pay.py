"""What a tenant can pay, and what they chose to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from portal import routes
from portal.presenters.accounts import account_with_reference
from portal.presenters.choices import Option
from rent.domain.account import AccountKind
from rent.domain.money import NOTHING, Money, NotAnAmount, pounds
from rent.domain.payment import NotPayable, check_amount
from rent.usecases.accounts.summarise import AccountSummary, TenancySummary
from rent.words import _, money
from web.localised import in_locale, to_say

ALL: Final = "all"
DUE: Final = "due"
OTHER: Final = "other"


@dataclass(frozen=True)
class QuickWay:
    """A link that leads to paying with an answer chosen already."""

    words: str = ""
    path: str = ""


@dataclass(frozen=True)
class OffersView:
    """What can be paid to one account; without options there is only an amount to type."""

    is_ready: bool = False
    account: str = ""
    options: list[Option] = field(default_factory=list)
    note: str = ""


@dataclass(frozen=True)
class CheckView:
    """A payment to look over before the card is asked for. The last three go back with the form."""

    is_ready: bool = False
    account: str = ""
    amount: str = ""
    account_id: str = ""
    pence: str = ""
    command_id: str = ""


class NotAChoice(Exception):
    """What to put right, in English, and the field where."""

    def __init__(self, field: str, message: str) -> None:
        """Keep both."""
        super().__init__(message)
        self.field, self.message = field, message


def amounts_of(account: AccountSummary, summary: TenancySummary) -> dict[str, Money]:
    """Return what an account offers to pay: all of it and, when money is on its way, only what is due from the tenant."""
    found = {ALL: account.balance} if account.balance > NOTHING else {}
    if account.kind is AccountKind.CURRENT_RENT and NOTHING < summary.collectable < account.balance:
        return {DUE: summary.collectable, **found}
    return found


def offers(account: AccountSummary, summary: TenancySummary, chosen: str, locale: str) -> OffersView:
    """Show what can be paid to an account."""
    amounts = amounts_of(account, summary)
    wanted = chosen if chosen in {*amounts, OTHER} else next(iter(amounts), OTHER)
    options = [_option(name, amount, _hint(name, summary, locale), locale, is_chosen=name == wanted) for name, amount in amounts.items()]
    other = Option(OTHER, _("Another amount", locale), is_chosen=wanted == OTHER)
    return OffersView(
        is_ready=True,
        account=account_with_reference(account.kind, account.reference, locale),
        options=[*options, other] if options else [],
        note="" if options else _("You owe nothing here today. You can still pay ahead.", locale),
    )


def quick_ways(summary: TenancySummary, locale: str) -> list[QuickWay]:
    """Return the ways to pay the rent that a home page offers."""
    rent = next((account for account in summary.accounts if account.kind is AccountKind.CURRENT_RENT), None)
    amounts = amounts_of(rent, summary) if rent else {}
    pay = in_locale(routes.PAY, locale)
    ways = [
        QuickWay(_("Pay {amount}, {what}", locale, amount=money(amount, locale), what=_(_WHAT[name], locale)), f"{pay}?what={name}")
        for name, amount in amounts.items()
    ]
    other = _("Pay another amount", locale) if ways else _("Pay ahead", locale)
    return [*ways, QuickWay(other, f"{pay}?what={OTHER}")]


def chosen_amount(form: Mapping[str, str], amounts: Mapping[str, Money]) -> Money:
    """
    Return what somebody chose to pay.

    :raises NotAChoice: if they chose nothing, or no amount a card can pay
    """
    chosen = form.get("what") or ("" if amounts else OTHER)
    if chosen in amounts:
        return _payable(amounts[chosen], "what")
    if chosen != OTHER:
        raise NotAChoice("what", to_say("Choose how much to pay"))
    try:
        return _payable(pounds(form.get("amount", "")), "amount")
    except NotAnAmount:
        raise NotAChoice("amount", to_say("Enter an amount in pounds, like 20 or 20.50")) from None


def check(account: AccountSummary, amount: Money, command_id: str, locale: str) -> CheckView:
    """Show a payment before it is made."""
    return CheckView(
        is_ready=True,
        account=account_with_reference(account.kind, account.reference, locale),
        amount=money(amount, locale),
        account_id=str(account.id),
        pence=str(amount.pence),
        command_id=command_id,
    )


_WHAT: Final[Mapping[str, str]] = {ALL: to_say("all you owe"), DUE: to_say("what is due from you now")}


def _option(name: str, amount: Money, hint: str, locale: str, *, is_chosen: bool) -> Option:
    words = _("{amount}: {what}", locale, amount=money(amount, locale), what=_(_WHAT[name], locale))
    return Option(name, words, hint, is_chosen=is_chosen)


def _hint(name: str, summary: TenancySummary, locale: str) -> str:
    if name != DUE:
        return ""
    if summary.in_flight > NOTHING:
        return _("What is on its way to us already is left out", locale)
    return _("Benefit on its way is left out", locale)


def _payable(amount: Money, name: str) -> Money:
    try:
        return check_amount(amount)
    except NotPayable:
        raise NotAChoice(name, to_say("Enter an amount from £0.30 to £10,000")) from None
