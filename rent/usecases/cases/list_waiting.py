"""List the conversations that wait for a person."""

from __future__ import annotations

from typing import Final

from rent import store
from rent.domain.message import Why
from rent.domain.officer import Action, Officer, Reach, reach_of
from rent.store import access, queue

WAITING_MAX: Final = 100
_WEIGHS: Final = {why.value: place for place, why in enumerate(Why)}


def list_waiting(session: store.Session, *, officer: Officer) -> tuple[queue.Waiting, ...]:
    """
    Return the conversations a person must look at that the officer may take, the most urgent and then the oldest first.

    Those of nobody we know belong to every patch.

    :raises NoSuchRecord: if their role takes over no conversations
    """
    reach = reach_of(officer.role, Action.TAKE_OVER_CONVERSATION)
    if reach is Reach.NONE:
        raise access.NoSuchRecord
    own = None if reach is Reach.ALL else officer.patches
    found = queue.waiting(session, own=own, limit=WAITING_MAX)
    return tuple(sorted(found, key=lambda one: (_WEIGHS.get(one.why or "", len(_WEIGHS)), one.since)))
