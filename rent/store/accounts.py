"""Rent accounts, what is charged on them, and money on its way to them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, RowMapping, func, select

from rent.domain.account import AccountId, AccountKind, ChargeLine
from rent.domain.money import Money
from rent.domain.payment import Status
from rent.domain.periods import Period
from rent.domain.tenancy import TenancyId
from rent.store.tables.accounts import charge_lines, rent_accounts
from rent.store.tables.payments import payments


class NoSuchAccount(Exception):
    """There is no such account."""


@dataclass(frozen=True, slots=True)
class Account:
    """A rent account with its stored balance. From ``closed_on`` it is charged no more."""

    id: AccountId
    reference: str
    tenancy_id: TenancyId
    kind: AccountKind
    balance: Money
    opened_on: date
    closed_on: date | None

    def is_open(self, day: date) -> bool:
        """Return whether the account can be charged on a day."""
        return self.opened_on <= day and (self.closed_on is None or day < self.closed_on)


def get(session: Connection, account_id: AccountId) -> Account:
    """
    Return an account.

    :raises NoSuchAccount: if there is none
    """
    row = session.execute(select(rent_accounts).where(rent_accounts.c.id == account_id)).mappings().one_or_none()
    if row is None:
        raise NoSuchAccount
    return _account(row)


def of_tenancy(session: Connection, tenancy_id: TenancyId) -> tuple[Account, ...]:
    """Return every account of a tenancy, in the order they were opened."""
    found = select(rent_accounts).where(rent_accounts.c.tenancy_id == tenancy_id).order_by(rent_accounts.c.opened_on, rent_accounts.c.id)
    return tuple(_account(row) for row in session.execute(found).mappings())


def lines_of(session: Connection, account_id: AccountId) -> tuple[ChargeLine, ...]:
    """Return all that is, was or will be charged on an account each period."""
    found = select(charge_lines).where(charge_lines.c.account_id == account_id).order_by(charge_lines.c.starts_on, charge_lines.c.id)
    return tuple(_line(row) for row in session.execute(found).mappings())


def in_flight(session: Connection, accounts: Collection[AccountId]) -> Money:
    """Return the money a provider has in hand for some accounts and has not yet confirmed."""
    summed = select(func.coalesce(func.sum(payments.c.amount_pence), 0))
    return Money(int(session.execute(summed.where(payments.c.account_id.in_(accounts), payments.c.status == Status.PENDING)).scalar_one()))


def _account(row: RowMapping) -> Account:
    return Account(
        id=AccountId(row["id"]),
        reference=row["reference"],
        tenancy_id=TenancyId(row["tenancy_id"]),
        kind=row["kind"],
        balance=Money(row["balance_pence"]),
        opened_on=row["opened_on"],
        closed_on=row["closed_on"],
    )


def _line(row: RowMapping) -> ChargeLine:
    # The column holds the last day; a period ends on the day after it.
    end = None if row["ends_on"] is None else row["ends_on"] + timedelta(days=1)
    return ChargeLine(row["kind"], Money(row["amount_pence"]), row["eligible_for_benefit"], Period(row["starts_on"], end))
