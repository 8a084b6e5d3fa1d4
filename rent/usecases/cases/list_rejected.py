"""List what came from outside and could not be used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rent import store
from rent.domain.officer import Action, Officer, may
from rent.store import access, external_events, rejected
from rent.store.external_events import KeptEvent

REJECTED_MAX: Final = 100


@dataclass(frozen=True, slots=True)
class Rejected:
    """The three kinds of things that could not be used, newest first."""

    texts: tuple[rejected.FailedText, ...]
    events: tuple[KeptEvent, ...]
    rows: tuple[rejected.RejectedRow, ...]


def list_rejected(session: store.Session, *, officer: Officer) -> Rejected:
    """
    Return what somebody has to look at.

    :raises NoSuchRecord: if the officer's role replays nothing
    """
    if not may(officer.role, Action.REPLAY_REJECTED):
        raise access.NoSuchRecord
    return Rejected(
        rejected.failed_texts(session, limit=REJECTED_MAX),
        external_events.for_a_person(session, limit=REJECTED_MAX),
        rejected.rows(session, limit=REJECTED_MAX),
    )
