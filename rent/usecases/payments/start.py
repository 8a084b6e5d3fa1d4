"""Start a payment, once per wish to pay."""

from __future__ import annotations

from datetime import date, datetime
from hashlib import sha256

from rent import store
from rent.domain.account import AccountId
from rent.domain.money import Money
from rent.domain.payment import CHECKOUT_LASTS, LinkId, NotPayable, Payment, check_amount
from rent.domain.tenancy import PersonId
from rent.store import access, payments
from rent.usecases.payments.pay_by_link import UnableToPay, open_attempt
from rent.usecases.payments.tell import tell_started


def start_payment(
    session: store.Session,
    *,
    command_id: str,
    account_id: AccountId,
    amount: Money,
    person_id: PersonId | None,
    link_id: LinkId | None = None,
    now: datetime,
    today: date,
) -> Payment:
    """
    Return the payment for a command; the same command again returns the same payment.

    With ``link_id`` the link allows it, and an attempt that is still open is taken up again; else
    the person must be a tenant of the account's tenancy today.

    :raises UnableToPay: if the amount cannot be paid, the command was for another amount, or the link is over
    :raises NoSuchRecord: if the account is not theirs
    """
    if link_id is None:
        if person_id is None:
            raise access.NoSuchRecord
        access.account_for_tenant(session, person_id, account_id, today=today)
    elif under_way := open_attempt(session, link_id=link_id, account_id=account_id, amount=amount, now=now):
        return under_way
    _check(amount)
    payment, is_new = _once(
        session,
        _public_id(command_id, account_id, person_id, link_id),
        account_id=account_id,
        person_id=person_id,
        link_id=link_id,
        amount=amount,
        now=now,
    )
    if is_new:
        tell_started(session, payment, now=now, today=today)
    return payment


def _once(
    session: store.Session,
    public_id: str,
    *,
    account_id: AccountId,
    person_id: PersonId | None,
    link_id: LinkId | None,
    amount: Money,
    now: datetime,
) -> tuple[Payment, bool]:
    is_new = payments.add_if_new(
        session,
        public_id=public_id,
        account_id=account_id,
        person_id=person_id,
        link_id=link_id,
        amount=amount,
        at=now,
        look_again_at=now + CHECKOUT_LASTS,
    )
    payment = payments.by_public_id(session, public_id)
    if payment is None or payment.amount != amount:
        raise UnableToPay("that command was for another amount")
    return payment, is_new


def _public_id(command_id: str, account_id: AccountId, person_id: PersonId | None, link_id: LinkId | None) -> str:
    # Made from who asks as well, so that nobody can name, or find, another person's payment.
    asked = f"{account_id}|{person_id}|{link_id}|{command_id}"
    return f"pay_{sha256(asked.encode()).hexdigest()[:32]}"


def _check(amount: Money) -> None:
    try:
        check_amount(amount)
    except NotPayable as why:
        raise UnableToPay(str(why)) from why
