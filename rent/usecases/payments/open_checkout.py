"""Open the provider's page for a payment."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from rent import store, words
from rent.domain.payment import CHECKOUT_LASTS, Payment, Status
from rent.ports import CardPayments, CheckoutWanted
from rent.store import payments
from rent.usecases.payments.pay_by_link import UnableToPay

Transactions = Callable[[], AbstractContextManager[store.Session]]
FIRST_LOOK: Final = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class WayBack:
    """Where the payer's browser goes from the checkout: once it is done with, and when it is left."""

    done: str
    left: str


def open_checkout(
    transactions: Transactions,
    *,
    cards: CardPayments,
    payment: Payment,
    locale: str,
    portal_origin: str,
    now: datetime,
    back: WayBack | None = None,
) -> str:
    """
    Return the address of the checkout a payment is paid at; the same one each time.

    Without ``back`` it leads back to the portal's page about the payment.

    It asks the provider, which may take seconds, so it opens a short transaction of its own afterwards.

    :raises UnableToPay: if the payment is over
    :raises ProviderTrouble: if the provider cannot be reached; asking again is safe
    :raises ProviderRefused: if the provider will not open one
    """
    if payment.status is not Status.CREATED:
        raise UnableToPay(f"the payment is {payment.status}")
    if payment.checkout_url is not None:
        return payment.checkout_url
    opened = cards.open_checkout(_wanted(payment, locale, back or _receipt(payment, locale, portal_origin)))
    with transactions() as session:
        payments.attach(session, payment.id, session_id=opened.session_id, checkout_url=opened.url, look_again_at=now + FIRST_LOOK)
        kept = payments.by_public_id(session, payment.public_id)
    # Another tab may have opened one in the meantime; there is only one to be paid at.
    return kept.checkout_url if kept is not None and kept.checkout_url is not None else opened.url


def _receipt(payment: Payment, locale: str, origin: str) -> WayBack:
    spoken = "" if locale == words.DEFAULT else f"/{locale}"
    done = f"{origin}{spoken}/pay/return?payment={payment.public_id}"
    return WayBack(done, f"{done}&left=yes")


def _wanted(payment: Payment, locale: str, back: WayBack) -> CheckoutWanted:
    # Nothing here may differ between two askings: the provider compares them.
    return CheckoutWanted(
        payment=payment.public_id,
        amount=payment.amount,
        locale=locale,
        return_url=back.done,
        cancel_url=back.left,
        expires_at=payment.created_at + CHECKOUT_LASTS,
    )
