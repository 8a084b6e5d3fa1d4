"""Draw up the statement of an account."""

from __future__ import annotations

from rent import store
from rent.domain.account import AccountId
from rent.domain.periods import Period
from rent.domain.statement import Statement, draw_up
from rent.store import postings


def draw_up_statement(session: store.Session, *, account_id: AccountId, period: Period) -> Statement:
    """Return what happened on an account in a period, from its opening to its closing balance."""
    opening = postings.balance_before(session, account_id, period.start)
    return draw_up(period, opening, postings.of_account(session, account_id, period))
