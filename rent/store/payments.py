"""Attempts to pay, and how far each has come."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, select, update

from rent.domain.account import AccountId
from rent.domain.money import Money
from rent.domain.payment import LinkId, Payment, PaymentId, Status
from rent.domain.tenancy import PersonId, TenancyId
from rent.store.dialect import insert_if_new
from rent.store.tables.accounts import rent_accounts
from rent.store.tables.payments import payments


def add_if_new(
    session: Connection,
    *,
    public_id: str,
    account_id: AccountId,
    person_id: PersonId | None,
    link_id: LinkId | None,
    amount: Money,
    at: datetime,
    look_again_at: datetime,
) -> bool:
    """Keep a new payment; return False, and change nothing, if its public id is there already."""
    row = {
        "public_id": public_id,
        "account_id": account_id,
        "person_id": person_id,
        "link_id": link_id,
        "amount_pence": amount.pence,
        "status": Status.CREATED,
        "created_at": at,
        "changed_at": at,
        "look_again_at": look_again_at,
    }
    return insert_if_new(session, payments, row, unique=("public_id",)) is not None


def by_public_id(session: Connection, public_id: str) -> Payment | None:
    """Return the payment of that public id, if there is one."""
    return _one(session, select(payments).where(payments.c.public_id == public_id))


def locked(session: Connection, public_id: str) -> Payment | None:
    """Return a payment that nobody else can change until this transaction ends."""
    return _one(session, select(payments).where(payments.c.public_id == public_id).with_for_update())


def has_changed_since(session: Connection, payment_id: PaymentId, moment: datetime) -> bool:
    """Return whether a payment's status or postings moved after a moment."""
    changed_at: datetime = session.execute(select(payments.c.changed_at).where(payments.c.id == payment_id)).scalar_one()
    return changed_at > moment


def of_link(session: Connection, link_id: LinkId) -> tuple[Payment, ...]:
    """Return every attempt by a link, newest first."""
    found = select(payments).where(payments.c.link_id == link_id).order_by(payments.c.id.desc())
    return tuple(_payment(row) for row in session.execute(found).mappings())


def to_look_up(session: Connection, *, now: datetime, limit: int) -> tuple[Payment, ...]:
    """Return payments without a final word that it is time to ask about, the longest waiting first."""
    found = select(payments).where(payments.c.look_again_at <= now).order_by(payments.c.look_again_at).limit(limit)
    return tuple(_payment(row) for row in session.execute(found).mappings())


def attach(session: Connection, payment_id: PaymentId, *, session_id: str, checkout_url: str, look_again_at: datetime) -> None:
    """Keep the checkout a payment is paid at, unless it has one."""
    session.execute(
        update(payments)
        .where(payments.c.id == payment_id, payments.c.session_id.is_(None))
        .values(session_id=session_id, checkout_url=checkout_url, look_again_at=look_again_at)
    )


def save(session: Connection, payment: Payment, *, changed_at: datetime) -> None:
    """Bring a payment's row up to date."""
    session.execute(
        update(payments)
        .where(payments.c.id == payment.id)
        .values(
            status=payment.status,
            provider_id=payment.provider_id,
            needs_a_person=payment.needs_a_person,
            changed_at=changed_at,
        )
    )


def look_again(session: Connection, payment_id: PaymentId, at: datetime | None) -> None:
    """Say when to ask about a payment next, or never."""
    session.execute(update(payments).where(payments.c.id == payment_id).values(look_again_at=at))


def tenancy_of(session: Connection, account_id: AccountId) -> TenancyId:
    """Return the tenancy an account belongs to."""
    return TenancyId(session.execute(select(rent_accounts.c.tenancy_id).where(rent_accounts.c.id == account_id)).scalar_one())


def ids_by_public_id(session: Connection, public_ids: frozenset[str]) -> dict[str, PaymentId]:
    """Return the payments behind public ids, for those there are."""
    found = select(payments.c.public_id, payments.c.id).where(payments.c.public_id.in_(public_ids))
    return {public_id: PaymentId(payment_id) for public_id, payment_id in session.execute(found)}


def _one(session: Connection, found: Select[Any]) -> Payment | None:
    row = session.execute(found).mappings().one_or_none()
    return None if row is None else _payment(row)


def _payment(row: RowMapping) -> Payment:
    return Payment(
        id=PaymentId(row["id"]),
        public_id=row["public_id"],
        account_id=AccountId(row["account_id"]),
        amount=Money(row["amount_pence"]),
        status=row["status"],
        created_at=row["created_at"],
        session_id=row["session_id"],
        checkout_url=row["checkout_url"],
        provider_id=row["provider_id"],
        person_id=row["person_id"],
        link_id=row["link_id"],
        needs_a_person=row["needs_a_person"],
    )
