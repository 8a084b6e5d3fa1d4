"""Write what became of a payment on its tenancy's timeline."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from rent import store
from rent.domain.money import Money
from rent.domain.payment import Payment
from rent.domain.settlement import GivenBackAs
from rent.store import payments, timeline
from rent.store.timeline import Happened

ACTOR: Final = "card provider"


def tell_started(session: store.Session, payment: Payment, *, now: datetime, today: date) -> None:
    """Say that somebody set out to pay; only they see it."""
    _write(session, payment, Happened.PAYMENT_STARTED, now, today, private=True, actor="tenant")


def tell_received(session: store.Session, payment: Payment, *, now: datetime, today: date) -> None:
    """Say that the money came."""
    _write(session, payment, Happened.PAYMENT_RECEIVED, now, today)


def tell_failed(session: store.Session, payment: Payment, *, now: datetime, today: date) -> None:
    """Say that the money did not come; only whoever tried sees it."""
    _write(session, payment, Happened.PAYMENT_FAILED, now, today, private=True)


def tell_given_back(session: store.Session, payment: Payment, amount: Money, how: GivenBackAs, *, now: datetime, today: date) -> None:
    """Say that money left again, and how."""
    _write(session, payment, Happened.PAYMENT_GIVEN_BACK, now, today, amount=amount, how=how.value)


def tell_person_needed(session: store.Session, payment: Payment, *, now: datetime, today: date) -> None:
    """Say that the provider's word and ours differ, and somebody must look."""
    _write(session, payment, Happened.PAYMENT_NEEDS_A_PERSON, now, today)


def _write(
    session: store.Session,
    payment: Payment,
    happened: Happened,
    now: datetime,
    today: date,
    *,
    private: bool = False,
    actor: str = ACTOR,
    amount: Money | None = None,
    **detail: str,
) -> None:
    timeline.write(
        session,
        payments.tenancy_of(session, payment.account_id),
        happened,
        actor=actor,
        at=now,
        today=today,
        person_id=payment.person_id if private else None,
        payment=payment.public_id,
        amount_pence=(amount or payment.amount).pence,
        **detail,
    )
