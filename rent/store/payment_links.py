"""Links to pay by. The token itself is kept only as its hash."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection, Row, insert, select

from rent.domain.account import AccountId
from rent.domain.money import Money
from rent.domain.payment import LinkId, PaymentLink
from rent.domain.tenancy import PersonId
from rent.store.tables.payments import payment_links

_LINK = (
    payment_links.c.id,
    payment_links.c.account_id,
    payment_links.c.person_id,
    payment_links.c.amount_pence,
    payment_links.c.language,
    payment_links.c.expires_at,
)


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
    row = session.execute(select(*_LINK).where(payment_links.c.token_hash == _hash(token))).one_or_none()
    return None if row is None else _link(row)


def locked(session: Connection, link_id: LinkId) -> PaymentLink:
    """Return a link that nobody else can start a payment by until this transaction ends."""
    # SQLite has one writer at a time anyway, and leaves FOR UPDATE out.
    return _link(session.execute(select(*_LINK).where(payment_links.c.id == link_id).with_for_update()).one())


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _link(row: Row[tuple[int, int, int | None, int, str, datetime]]) -> PaymentLink:
    return PaymentLink(
        id=LinkId(row.id),
        account_id=AccountId(row.account_id),
        person_id=None if row.person_id is None else PersonId(row.person_id),
        amount=Money(row.amount_pence),
        language=row.language,
        expires_at=row.expires_at,
    )
