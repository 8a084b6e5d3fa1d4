"""Put around a statement what it needs to leave the house."""

from __future__ import annotations

from datetime import date

from rent import store
from rent.domain.account import AccountId
from rent.domain.periods import Period
from rent.domain.statement import Document
from rent.store import accounts, homes, policies
from rent.usecases.accounts.draw_up_statement import draw_up_statement


def prepare_document(session: store.Session, *, account_id: AccountId, period: Period, today: date) -> Document:
    """
    Return the statement of an account as a document. Whoever asks has shown that they may have it.

    :raises accounts.NoSuchAccount: if there is none
    """
    account, landlord = accounts.get(session, account_id), homes.the_landlord(session)
    return Document(
        statement=draw_up_statement(session, account_id=account_id, period=period),
        reference=account.reference,
        kind=account.kind,
        landlord=landlord.name,
        phone=landlord.phone,
        advice=policies.policy_on(today).advice[landlord.region],
        drawn_up_on=today,
    )
