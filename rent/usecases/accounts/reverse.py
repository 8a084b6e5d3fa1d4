"""Undo a posting with another."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from rent import store
from rent.domain.account import NotReversible, PostingId, reversal_of
from rent.store import accounts, postings, timeline
from rent.store.timeline import Happened

SOURCE: Final = "reversal"


class UnableToReverse(Exception):
    """The posting cannot be undone."""


def reverse_posting(session: store.Session, *, posting_id: PostingId, reason: str, actor: str, now: datetime, today: date) -> PostingId:
    """
    Undo a posting in full, valued today, and return the id of the posting that does so.

    :raises UnableToReverse: if there is none, it is a reversal itself, or something has undone it already
    """
    mistaken = postings.get(session, posting_id)
    if mistaken is None or postings.is_reversed(session, mistaken):
        raise UnableToReverse("there is no such posting, or it has been undone already")
    try:
        undoing = reversal_of(mistaken, value_date=today, source=SOURCE, external_id=str(posting_id), reason=reason)
    except NotReversible as trouble:
        raise UnableToReverse(str(trouble)) from trouble
    reversal = postings.add(session, undoing, recorded_at=now)
    if reversal is None:
        raise UnableToReverse("somebody else has just undone it")
    tenancy_id = accounts.get(session, mistaken.account_id).tenancy_id
    timeline.write(session, tenancy_id, Happened.POSTING_REVERSED, actor=actor, at=now, today=today, pence=undoing.amount.pence)
    return reversal
