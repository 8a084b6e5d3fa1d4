"""Check with the provider what became of a payment nobody has told us about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Final

from rent import store
from rent.domain.payment import CHECKOUT_LASTS, OPEN, Payment
from rent.domain.settlement import Standing
from rent.ports import CardPayments, ProviderPayment, ProviderRefused, ProviderTrouble
from rent.store import payments
from rent.usecases.payments.open_checkout import FIRST_LOOK, Transactions
from rent.usecases.payments.settle import settle_payment

LONGEST_WAIT: Final = timedelta(hours=6)
# Later news still comes by event; a bank transfer or Direct Debit is decided long before.
ASKED_FOR: Final = timedelta(days=30)
BATCH: Final = 20


def check_payment(
    transactions: Transactions, *, public_id: str, cards: CardPayments, clock: Callable[[], datetime], today: Callable[[], date]
) -> Payment | None:
    """
    Return a payment as the provider has it now, or None if there is no such payment.

    When the provider cannot be reached it is returned as we last knew it. A payment that is over
    is returned as it is. The provider is asked between two short transactions of its own.
    """
    with transactions() as session:
        payment = payments.by_public_id(session, public_id)
    if payment is None or payment.status not in OPEN:
        return payment
    asked_at = clock()
    try:
        heard = _ask(payment, cards, asked_at)
    except (ProviderTrouble, ProviderRefused):
        heard = None
    with transactions() as session:
        if heard is not None:
            settle_payment(session, heard=heard, asked_at=asked_at, now=clock(), today=today())
        _look_again(session, public_id, clock())
        return payments.by_public_id(session, public_id)


def payments_to_check(session: store.Session, *, now: datetime) -> tuple[str, ...]:
    """Return the payments it is time to ask about: two minutes after they began, and then ever more rarely."""
    return tuple(payment.public_id for payment in payments.to_look_up(session, now=now, limit=BATCH))


def _ask(payment: Payment, cards: CardPayments, now: datetime) -> ProviderPayment | None:
    if payment.session_id is not None:
        return cards.look_up(payment.session_id)
    if now < payment.created_at + CHECKOUT_LASTS:
        return None
    # Nobody was ever shown a checkout, so nobody can have paid.
    return ProviderPayment(payment.public_id, None, None, Standing.EXPIRED, payment.amount, None)


def _look_again(session: store.Session, public_id: str, now: datetime) -> None:
    payment = payments.by_public_id(session, public_id)
    if payment is not None and payment.status in OPEN:
        wait = min(max(FIRST_LOOK, (now - payment.created_at) // 4), LONGEST_WAIT)
        payments.look_again(session, payment.id, now + wait if now < payment.created_at + ASKED_FOR else None)
