"""What the send gate must know of many messages at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, select

from rent.domain.account import AccountId
from rent.domain.money import Money
from rent.store.tables.accounts import rent_accounts


def balances(session: Connection, accounts: Collection[AccountId]) -> Mapping[AccountId, Money]:
    """Return the balance of each account."""
    found = select(rent_accounts.c.id, rent_accounts.c.balance_pence).where(rent_accounts.c.id.in_(list(accounts)))
    return {AccountId(account): Money(pence) for account, pence in session.execute(found)}
