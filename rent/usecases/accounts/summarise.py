"""What a tenancy owes, what is on its way, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from rent import store
from rent.domain.account import AccountId, AccountKind, charged_on
from rent.domain.benefit import accrued, collectable
from rent.domain.money import NOTHING, Money, total
from rent.domain.periods import next_charge_on
from rent.domain.tenancy import TenancyId
from rent.store import accounts, benefits, homes


@dataclass(frozen=True, slots=True)
class AccountSummary:
    """One account and its balance."""

    id: AccountId
    reference: str
    kind: AccountKind
    balance: Money


@dataclass(frozen=True, slots=True)
class TenancySummary:
    """
    Where a tenancy's money stands on a day.

    ``owed`` is the balance of the current rent account alone, and may be a credit. ``collectable``
    is what is left of it once ``benefit_due`` and payments on their way, ``in_flight``, are taken off.
    ``next_charge_on`` is missing when nothing more will be charged.
    """

    accounts: tuple[AccountSummary, ...]
    owed: Money
    benefit_due: Money
    collectable: Money
    next_charge_on: date | None
    next_charge: Money
    in_flight: Money = NOTHING


def summarise_tenancy(session: store.Session, *, tenancy_id: TenancyId, today: date) -> TenancySummary:
    """
    Return where a tenancy's money stands today. Whoever asks has shown that they may know.

    :raises homes.NoSuchTenancy: if there is none
    """
    held = accounts.of_tenancy(session, tenancy_id)
    current = tuple(account for account in held if account.kind is AccountKind.CURRENT_RENT)
    owed = total(account.balance for account in current)
    benefit_due = total(accrued(claim, today).amount for claim in benefits.of_tenancy(session, tenancy_id))
    in_flight = accounts.in_flight(session, [account.id for account in current])
    day, charge = _next_charge(session, tenancy_id, current, today)
    return TenancySummary(
        accounts=tuple(AccountSummary(account.id, account.reference, account.kind, account.balance) for account in held),
        owed=owed,
        benefit_due=benefit_due,
        collectable=collectable(owed, benefit_due, in_flight=in_flight),
        next_charge_on=day,
        next_charge=charge,
        in_flight=in_flight,
    )


def _next_charge(
    session: store.Session, tenancy_id: TenancyId, current: tuple[accounts.Account, ...], today: date
) -> tuple[date | None, Money]:
    calendar = homes.calendar_of(session, tenancy_id)
    # A tenancy not yet begun may be charged on its very first day.
    day = next_charge_on(max(today, calendar.starts_on - timedelta(days=1)), calendar.cycle, calendar.rent_free)
    if calendar.ends_on is not None and day > calendar.ends_on:
        return None, NOTHING
    charge = total(charged_on(day, accounts.lines_of(session, account.id)) for account in current if account.is_open(day))
    return (day, charge) if charge else (None, NOTHING)
