"""Open the provider's page for a payment."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Final

from rent import store
from rent.domain.payment import CHECKOUT_LASTS, Payment, Status
from rent.ports import CardPayments, CheckoutWanted
from rent.store import payments
from rent.usecases.payments.pay_by_link import UnableToPay

Transactions = Callable[[], AbstractContextManager[store.Session]]
FIRST_LOOK: Final = timedelta(minutes=2)


def open_checkout(
    transactions: Transactions, *, cards: CardPayments, payment: Payment, locale: str, portal_origin: str, now: datetime
) -> str:
    """
    Return the address of the checkout a payment is paid at; the same one each time.

    It asks the provider, which may take seconds, so it opens a short transaction of its own afterwards.

    :raises UnableToPay: if the payment is over
    :raises ProviderTrouble: if the provider cannot be reached; asking again is safe
    :raises ProviderRefused: if the provider will not open one
    """
    if payment.status is not Status.CREATED:
        raise UnableToPay(f"the payment is {payment.status}")
    if payment.checkout_url is not None:
        return payment.checkout_url
    opened = cards.open_checkout(_wanted(payment, locale, portal_origin))
    with transactions() as session:
        payments.attach(session, payment.id, session_id=opened.session_id, checkout_url=opened.url, look_again_at=now + FIRST_LOOK)
        kept = payments.by_public_id(session, payment.public_id)
    # Another tab may have opened one in the meantime; there is only one to be paid at.
    return kept.checkout_url if kept is not None and kept.checkout_url is not None else opened.url


def _wanted(payment: Payment, locale: str, origin: str) -> CheckoutWanted:
    # Nothing here may differ between two askings: the provider compares them.
    return CheckoutWanted(
        payment=payment.public_id,
        amount=payment.amount,
        locale=locale,
        return_url=f"{origin}/pay/{payment.public_id}/return",
        cancel_url=f"{origin}/pay/{payment.public_id}/cancelled",
        expires_at=payment.created_at + CHECKOUT_LASTS,
    )
