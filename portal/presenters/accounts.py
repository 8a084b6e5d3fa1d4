"""What tenants call their accounts, and how a balance reads."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from rent.domain.account import AccountId, AccountKind
from rent.domain.money import NOTHING, Money
from rent.words import _, isolated, money, money_exact
from web.localised import in_locale, to_say


class Account(Protocol):
    """What an account is called by, however it was fetched."""

    @property
    def id(self) -> AccountId:
        """Its id."""
        ...

    @property
    def reference(self) -> str:
        """Its reference."""
        ...

    @property
    def kind(self) -> AccountKind:
        """Its kind."""
        ...


_NAMES: Final[Mapping[AccountKind, str]] = {
    AccountKind.CURRENT_RENT: to_say("Rent"),
    AccountKind.GARAGE: to_say("Garage"),
    AccountKind.RECHARGE: to_say("Repairs you pay for"),
    AccountKind.COURT_COSTS: to_say("Court costs"),
    AccountKind.SERVICE_CHARGE: to_say("Service charge"),
    AccountKind.FORMER_TENANT: to_say("Rent from an earlier home"),
    AccountKind.HB_OVERPAYMENT: to_say("Housing Benefit to pay back"),
}


def account_name(kind: AccountKind, locale: str) -> str:
    """Return what a tenant calls an account of this kind."""
    return _(_NAMES[kind], locale)


def account_with_reference(kind: AccountKind, reference: str, locale: str) -> str:
    """Return an account's name with its reference, which tells two garages apart."""
    return _("{account} ({reference})", locale, account=account_name(kind, locale), reference=isolated(reference, locale))


def balance_in_words(balance: Money, locale: str) -> str:
    """Return a balance as a sentence's part: owed, nothing, or in credit."""
    if balance > NOTHING:
        return _("You owe {amount}", locale, amount=money(balance, locale))
    if balance < NOTHING:
        return _("{amount} in credit", locale, amount=money(-balance, locale))
    return _("Nothing owed", locale)


def balance_in_table(balance: Money, locale: str) -> str:
    """Return a balance as a table's figure; a credit is said in a word, not by a sign."""
    if balance < NOTHING:
        return _("{amount} credit", locale, amount=money_exact(-balance, locale))
    return money_exact(balance, locale)


@dataclass(frozen=True, slots=True)
class AccountLink:
    """An account to turn to."""

    words: str
    path: str
    is_chosen: bool


def account_links(accounts: Iterable[Account], path: str, chosen: int, locale: str) -> list[AccountLink]:
    """Return links that show each account on the page at a path."""
    return [
        AccountLink(
            account_with_reference(account.kind, account.reference, locale),
            f"{in_locale(path, locale)}?account={account.id}",
            is_chosen=account.id == chosen,
        )
        for account in accounts
    ]
