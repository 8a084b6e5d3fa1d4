"""Put a posting on the ledger."""

from __future__ import annotations

from datetime import datetime

from rent import store
from rent.domain.account import Posting, PostingId, WrongSign, check_sign
from rent.store import accounts, postings


class UnableToPost(Exception):
    """The posting cannot go on the ledger."""


def record_posting(session: store.Session, *, posting: Posting, now: datetime) -> PostingId | None:
    """
    Record a posting, move its account's balance, and return its id.

    Return None, and change nothing, if its source and external id are already there.

    :raises UnableToPost: if there is no such account, or the amount has the wrong sign
    """
    try:
        accounts.get(session, posting.account_id)
        return postings.add(session, check_sign(posting), recorded_at=now)
    except accounts.NoSuchAccount:
        raise UnableToPost(f"there is no account {posting.account_id}") from None
    except WrongSign as trouble:
        raise UnableToPost(str(trouble)) from trouble
