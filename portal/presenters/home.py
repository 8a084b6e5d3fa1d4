"""The first thing a tenant reads: what is owed, what is on its way, what comes next."""

from dataclasses import dataclass, field
from datetime import date

from portal.presenters.accounts import account_with_reference, balance_in_words
from rent.domain.account import AccountKind
from rent.domain.money import NOTHING
from rent.usecases.accounts.summarise import TenancySummary
from rent.usecases.people.see_home import HomeFacts
from rent.words import _, isolated, long_date, money


@dataclass(frozen=True, slots=True)
class OtherAccount:
    """Another account of the same tenancy."""

    name: str = ""
    balance: str = ""


@dataclass(frozen=True, slots=True)
class HomeView:
    """Finished sentences; an empty one is left out."""

    is_ready: bool = False
    address: str = ""
    headline: str = ""
    as_of: str = ""
    benefit: str = ""
    coming: str = ""
    yours: str = ""
    next_rent: str = ""
    joint: str = ""
    ended: str = ""
    can_pay: bool = False
    others: list[OtherAccount] = field(default_factory=list)


def home(facts: HomeFacts, today: date, locale: str) -> HomeView:
    """Show a tenant where their rent stands; every figure names its day."""
    summary, day = facts.summary, long_date(today, locale)
    others = [account for account in summary.accounts if account.kind is not AccountKind.CURRENT_RENT and account.balance]
    return HomeView(
        is_ready=True,
        address=isolated(facts.own.tenancy.address, locale),
        headline=_headline(summary, locale),
        as_of=_("This is your rent account on {day}.", locale, day=day),
        benefit=_benefit(summary, day, locale),
        coming=_coming(summary, locale),
        yours=_yours(summary, locale),
        next_rent=_next_rent(summary, locale),
        joint=_joint(facts, locale),
        ended=_ended(facts, locale),
        can_pay=any(account.balance > NOTHING for account in summary.accounts) or summary.next_charge_on is not None,
        others=[
            OtherAccount(
                account_with_reference(account.kind, account.reference, locale),
                _("{balance} on {day}", locale, balance=balance_in_words(account.balance, locale), day=day),
            )
            for account in others
        ],
    )


def _headline(summary: TenancySummary, locale: str) -> str:
    if summary.owed > NOTHING:
        return _("You owe {amount}", locale, amount=money(summary.owed, locale))
    if summary.owed < NOTHING:
        return _("You are {amount} in credit", locale, amount=money(-summary.owed, locale))
    return _("You owe nothing", locale)


def _benefit(summary: TenancySummary, day: str, locale: str) -> str:
    if summary.benefit_due <= NOTHING:
        return ""
    return _("{amount} is benefit on its way, counted up to {day}.", locale, amount=money(summary.benefit_due, locale), day=day)


def _coming(summary: TenancySummary, locale: str) -> str:
    if summary.in_flight <= NOTHING:
        return ""
    amount = money(summary.in_flight, locale)
    return _("{amount} is on its way to us from the bank. It can take a few working days.", locale, amount=amount)


def _yours(summary: TenancySummary, locale: str) -> str:
    if (summary.benefit_due <= NOTHING and summary.in_flight <= NOTHING) or summary.owed <= NOTHING:
        return ""
    if summary.collectable > NOTHING:
        return _("That leaves {amount} for you to pay.", locale, amount=money(summary.collectable, locale))
    return _("That covers what you owe, so you have nothing to pay today.", locale)


def _next_rent(summary: TenancySummary, locale: str) -> str:
    if summary.next_charge_on is None:
        return ""
    day = long_date(summary.next_charge_on, locale)
    return _("Your next rent of {amount} is due on {day}.", locale, amount=money(summary.next_charge, locale), day=day)


def _joint(facts: HomeFacts, locale: str) -> str:
    if not facts.is_joint:
        return ""
    return _("You share this account with everybody named on your tenancy. What one of you pays counts for all of you.", locale)


def _ended(facts: HomeFacts, locale: str) -> str:
    if facts.ended_on is None:
        return ""
    return _("This tenancy ended on {day}. What was owed then still has to be paid.", locale, day=long_date(facts.ended_on, locale))
