"""Let a tenant take the statement of one of their own accounts with them."""

from __future__ import annotations

from datetime import date

from rent import store
from rent.domain.account import AccountId
from rent.domain.periods import Period
from rent.domain.statement import Document
from rent.domain.tenancy import PersonId
from rent.store import access
from rent.usecases.accounts.prepare_document import prepare_document


def take_own_statement(session: store.Session, *, person_id: PersonId, account_id: AccountId, period: Period, today: date) -> Document:
    """
    Return a statement as a document, for an account of a tenant's own tenancy.

    :raises NoSuchRecord: if the account is not theirs
    """
    account = access.account_for_tenant(session, person_id, account_id, today=today)
    return prepare_document(session, account_id=account.id, period=period, today=today)
