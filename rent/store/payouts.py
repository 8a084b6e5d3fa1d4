"""What the provider paid out, line by line, beside our own book."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select

from rent.domain.money import Money
from rent.domain.payment import PaymentId
from rent.store.dialect import insert_or_update
from rent.store.tables.accounts import postings
from rent.store.tables.payments import payout_lines, payouts


def save(
    session: Connection, *, provider_id: str, amount: Money, arrives_on: date, status: str, difference: Money, reconciled_at: datetime
) -> int:
    """Keep a payout, or bring it up to date; return its id."""
    row = {
        "provider_id": provider_id,
        "amount_pence": amount.pence,
        "arrives_on": arrives_on,
        "status": status,
        "difference_pence": difference.pence,
        "reconciled_at": reconciled_at,
    }
    return insert_or_update(session, payouts, row, unique=("provider_id",))


def save_line(
    session: Connection,
    payout_id: int,
    *,
    provider_id: str,
    category: str,
    amount: Money,
    fee: Money,
    net: Money,
    payment_id: PaymentId | None,
) -> None:
    """Keep a payout's line, or bring it up to date."""
    row = {
        "payout_id": payout_id,
        "provider_id": provider_id,
        "category": category,
        "amount_pence": amount.pence,
        "fee_pence": fee.pence,
        "net_pence": net.pence,
        "payment_id": payment_id,
    }
    insert_or_update(session, payout_lines, row, unique=("provider_id",))


def booked(session: Connection, source: str, external_ids: Iterable[str]) -> dict[str, Money]:
    """Return what our ledger has under each outside id, for those it has."""
    found = select(postings.c.external_id, postings.c.amount_pence).where(
        postings.c.source == source, postings.c.external_id.in_(list(external_ids))
    )
    return {external_id: Money(int(pence)) for external_id, pence in session.execute(found)}


def difference_of(session: Connection, provider_id: str) -> tuple[str, Money] | None:
    """Return a payout's status and difference, if it has been looked at."""
    row: Any = session.execute(
        select(payouts.c.status, payouts.c.difference_pence).where(payouts.c.provider_id == provider_id)
    ).one_or_none()
    return None if row is None else (row.status, Money(row.difference_pence))
