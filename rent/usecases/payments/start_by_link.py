"""Start a payment by a link."""

from __future__ import annotations

from datetime import date, datetime

from rent import store
from rent.domain.payment import Payment
from rent.store import payment_links
from rent.usecases.payments.pay_by_link import UnableToPay
from rent.usecases.payments.start import start_payment


def start_payment_by_link(session: store.Session, *, token: str, command_id: str, now: datetime, today: date) -> Payment:
    """
    Return the payment for a link: the attempt under way if there is one, else a new one.

    :raises UnableToPay: if the link is unknown, over or paid
    """
    link = payment_links.by_token(session, token)
    if link is None:
        raise UnableToPay("there is no such link")
    return start_payment(
        session,
        command_id=command_id,
        account_id=link.account_id,
        amount=link.amount,
        person_id=link.person_id,
        link_id=link.id,
        now=now,
        today=today,
    )
