"""A tenancy's head: what it is, and what its accounts stand at."""

from dataclasses import dataclass

from officer_console.presenters.names import ACCOUNTS, HOLDS, REGIMES
from rent.domain.money import NOTHING, Money
from rent.domain.tenancy import MemberRole
from rent.usecases.cases.read import Case
from rent.words import _, long_date, money_exact


@dataclass(frozen=True, slots=True)
class AccountView:
    """One account and its balance."""

    id: str
    name: str
    reference: str
    balance: str
    is_shown: bool


@dataclass(frozen=True, slots=True)
class TenancyView:
    """What a tenancy is, and the figures that say how its rent stands."""

    heading: str = ""
    reference: str = ""
    address: str = ""
    patch: str = ""
    regime: str = ""
    began: str = ""
    balance: str = ""
    benefit_due: str = ""
    collectable: str = ""
    next_charge: str = ""
    is_masked: bool = False
    holds: tuple[str, ...] = ()
    accounts: tuple[AccountView, ...] = ()


def tenancy(case: Case, locale: str) -> TenancyView:
    """Show the head of a case."""
    own, figures = case.tenancy, case.money
    names = [member.full_name for member in case.household if member.role is MemberRole.TENANT and member.ends_on is None]
    return TenancyView(
        heading=_together(names, locale) or own.reference,
        reference=own.reference,
        address=f"{own.address}, {own.postcode}",
        patch=case.patch,
        regime=_(REGIMES[own.regime], locale),
        began=_began(case, locale),
        balance=balance(figures.owed, locale),
        benefit_due=money_exact(figures.benefit_due, locale),
        collectable=money_exact(figures.collectable, locale),
        next_charge=_next_charge(case, locale),
        is_masked=case.is_masked,
        holds=tuple(_(HOLDS[hold.kind], locale) for hold in case.holds),
        accounts=tuple(_account(case, number, locale) for number in range(len(figures.accounts))),
    )


def balance(amount: Money, locale: str) -> str:
    """Return a balance as a figure; a credit is said in a word, not by a sign."""
    return _("{amount} credit", locale, amount=money_exact(-amount, locale)) if amount < NOTHING else money_exact(amount, locale)


def _together(names: list[str], locale: str) -> str:
    if len(names) > 1:
        return _("{names} and {last}", locale, names=", ".join(names[:-1]), last=names[-1])
    return names[0] if names else ""


def _account(case: Case, number: int, locale: str) -> AccountView:
    account = case.money.accounts[number]
    shown = case.account is not None and account.id == case.account.id
    return AccountView(str(account.id), _(ACCOUNTS[account.kind], locale), account.reference, balance(account.balance, locale), shown)


def _began(case: Case, locale: str) -> str:
    began = long_date(case.tenancy.starts_on, locale)
    if case.tenancy.ends_on is None:
        return _("Since {day}", locale, day=began)
    return _("{first} to {last}", locale, first=began, last=long_date(case.tenancy.ends_on, locale))


def _next_charge(case: Case, locale: str) -> str:
    if case.money.next_charge_on is None:
        return _("No more charges", locale)
    day = long_date(case.money.next_charge_on, locale)
    return _("{amount} on {day}", locale, amount=money_exact(case.money.next_charge, locale), day=day)
