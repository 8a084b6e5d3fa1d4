"""Show a tenant the statement of one of their own accounts."""

from __future__ import annotations

from datetime import date

from rent import store
from rent.domain.account import AccountId
from rent.domain.periods import Period
from rent.domain.statement import Statement
from rent.domain.tenancy import PersonId
from rent.store import access
from rent.usecases.accounts.draw_up_statement import draw_up_statement


def see_own_statement(
    session: store.Session, *, person_id: PersonId, account_id: AccountId, period: Period, today: date
) -> tuple[access.OwnAccount, Statement]:
    """
    Return an account of a tenant's own tenancy, and what happened on it in a period.

    :raises NoSuchRecord: if the account is not theirs
    """
    account = access.account_for_tenant(session, person_id, account_id, today=today)
    return account, draw_up_statement(session, account_id=account.id, period=period)
