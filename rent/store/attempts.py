"""Attempts to pay on the accounts of one tenancy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from rent.domain.account import AccountKind
from rent.domain.money import Money
from rent.domain.payment import Status
from rent.domain.tenancy import TenancyId
from rent.store.tables.accounts import rent_accounts
from rent.store.tables.payments import payments


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt to pay, and how far it has come."""

    at: datetime
    account: AccountKind
    amount: Money
    status: Status
    by_link: bool
    needs_a_person: bool


def of_tenancy(session: Connection, tenancy_id: TenancyId, *, limit: int) -> tuple[Attempt, ...]:
    """Return the latest attempts to pay, newest first."""
    found = (
        select(
            payments.c.created_at,
            rent_accounts.c.kind,
            payments.c.amount_pence,
            payments.c.status,
            payments.c.link_id,
            payments.c.needs_a_person,
        )
        .join(rent_accounts, rent_accounts.c.id == payments.c.account_id)
        .where(rent_accounts.c.tenancy_id == tenancy_id)
        .order_by(payments.c.id.desc())
        .limit(limit)
    )
    return tuple(
        Attempt(at, kind, Money(pence), status, link_id is not None, needs_a_person)
        for at, kind, pence, status, link_id, needs_a_person in session.execute(found)
    )
