"""Show a tenant how far a payment of theirs has come."""

from __future__ import annotations

from datetime import date

from rent import store
from rent.domain.payment import Payment
from rent.domain.tenancy import PersonId
from rent.store import access, payments


def see_own_payment(session: store.Session, *, person_id: PersonId, public_id: str, today: date) -> tuple[Payment, access.OwnAccount]:
    """
    Return a payment as the ledger has it now, and the account it is for.

    :raises NoSuchRecord: if there is none, somebody else made it, or the account is no longer theirs
    """
    payment = payments.by_public_id(session, public_id)
    if payment is None or payment.person_id != person_id:
        raise access.NoSuchRecord
    return payment, access.account_for_tenant(session, person_id, payment.account_id, today=today)
