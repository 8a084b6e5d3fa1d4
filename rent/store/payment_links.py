"""Links to pay by. The token itself is kept only as its hash."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection, RowMapping, insert, select

from rent.domain.account import AccountId
from rent.domain.money import Money
from rent.domain.payment import LinkId, PaymentLink
from rent.domain.tenancy import PersonId
from rent.store.tables.payments import payment_links


def add(
    session: Connection,
    *,
    token: str,
    account_id: AccountId,
    person_id: PersonId | None,
    amount: Money,
    language: str,
    created_at: datetime,
    expires_at: datetime,
) -> LinkId:
    """Keep a link; return its id."""
    row = insert(payment_links).values(
        token_hash=_hash(token),
        account_id=account_id,
        person_id=person_id,
        amount_pence=amount.pence,
        language=language,
        created_at=created_at,
        expires_at=expires_at,
    )
    return LinkId(session.execute(row.returning(payment_links.c.id)).scalar_one())


def by_token(session: Connection, token: str) -> PaymentLink | None:
    """Return the link a token opens, live or not."""
    row = session.execute(select(payment_links).where(payment_links.c.token_hash == _hash(token))).mappings().one_or_none()
    return None if row is None else _link(row)


def locked(session: Connection, link_id: LinkId) -> PaymentLink:
    """Return a link that nobody else can start a payment by until this transaction ends."""
    # SQLite has one writer at a time anyway, and leaves FOR UPDATE out.
    found = select(payment_links).where(payment_links.c.id == link_id).with_for_update()
    return _link(session.execute(found).mappings().one())


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _link(row: RowMapping) -> PaymentLink:
    return PaymentLink(
        id=LinkId(row["id"]),
        account_id=AccountId(row["account_id"]),
        person_id=row["person_id"],
        amount=Money(row["amount_pence"]),
        language=row["language"],
        expires_at=row["expires_at"],
    )
