"""The ledger: postings go in once, and never change."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select, update

from rent.domain.account import AccountId, Posting, PostingId
from rent.domain.money import Money
from rent.domain.periods import Period
from rent.store.dialect import insert_if_new
from rent.store.tables.accounts import postings, rent_accounts


def add(session: Connection, posting: Posting, *, recorded_at: datetime) -> PostingId | None:
    """
    Record a posting and move its account's balance; return its id.

    Return None, and change nothing, if its source and external id are already there.
    """
    new = insert_if_new(session, postings, _row(posting, recorded_at), unique=("source", "external_id"))
    if new is None:
        return None
    moved = rent_accounts.c.balance_pence + posting.amount.pence
    session.execute(update(rent_accounts).where(rent_accounts.c.id == posting.account_id).values(balance_pence=moved))
    return PostingId(new)


def get(session: Connection, posting_id: PostingId) -> Posting | None:
    """Return a posting, if there is one of this id."""
    row = session.execute(select(postings).where(postings.c.id == posting_id)).mappings().one_or_none()
    return None if row is None else to_posting(row)


def is_reversed(session: Connection, posting: Posting) -> bool:
    """Return whether any other posting undoes this one, wholly or in part."""
    found = select(postings.c.id).where(postings.c.account_id == posting.account_id, postings.c.reverses_id == posting.id)
    return session.execute(found.limit(1)).first() is not None


def by_external_id(session: Connection, source: str, external_id: str) -> Posting | None:
    """Return the posting an outside id left behind, if there is one."""
    found = select(postings).where(postings.c.source == source, postings.c.external_id == external_id)
    row = session.execute(found).mappings().one_or_none()
    return None if row is None else to_posting(row)


def of_account(session: Connection, account_id: AccountId, period: Period) -> tuple[Posting, ...]:
    """Return an account's postings in a period, by value date and then as recorded."""
    found = (
        select(postings)
        .where(postings.c.account_id == account_id, postings.c.value_date >= period.start)
        .order_by(postings.c.value_date, postings.c.id)
    )
    if period.end is not None:
        found = found.where(postings.c.value_date < period.end)
    return tuple(to_posting(row) for row in session.execute(found).mappings())


def balance_before(session: Connection, account_id: AccountId, day: date) -> Money:
    """Return the sum of everything valued before a day."""
    summed = select(func.coalesce(func.sum(postings.c.amount_pence), 0))
    return Money(int(session.execute(summed.where(postings.c.account_id == account_id, postings.c.value_date < day)).scalar_one()))


def differences(session: Connection) -> dict[AccountId, Money]:
    """Return each account whose stored balance is not the sum of its postings, with the difference."""
    summed = (
        select(rent_accounts.c.id, rent_accounts.c.balance_pence - func.coalesce(func.sum(postings.c.amount_pence), 0))
        .outerjoin(postings, postings.c.account_id == rent_accounts.c.id)
        .group_by(rent_accounts.c.id, rent_accounts.c.balance_pence)
        .having(rent_accounts.c.balance_pence != func.coalesce(func.sum(postings.c.amount_pence), 0))
    )
    return {AccountId(account): Money(int(difference)) for account, difference in session.execute(summed)}


def to_posting(row: RowMapping) -> Posting:
    """Return a row as the posting it keeps."""
    return Posting(
        id=PostingId(row["id"]),
        account_id=AccountId(row["account_id"]),
        kind=row["kind"],
        amount=Money(row["amount_pence"]),
        value_date=row["value_date"],
        source=row["source"],
        external_id=row["external_id"],
        description=row["description"],
        payer=row["payer"],
        means=row["means"],
        reverses=row["reverses_id"],
        payment_id=row["payment_id"],
    )


def _row(posting: Posting, recorded_at: datetime) -> dict[str, Any]:
    return {
        "account_id": posting.account_id,
        "kind": posting.kind,
        "amount_pence": posting.amount.pence,
        "value_date": posting.value_date,
        "recorded_at": recorded_at,
        "payer": posting.payer,
        "means": posting.means,
        "source": posting.source,
        "external_id": posting.external_id,
        "description": posting.description,
        "reverses_id": posting.reverses,
        "payment_id": posting.payment_id,
    }
