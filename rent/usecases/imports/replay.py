"""Try again the rows a load set aside, once what was wrong has been put right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime

from rent import store
from rent.store import imports
from rent.store.imports import Reject
from rent.store.spool import Spool
from rent.usecases.imports.load import Transaction, load_extract


class UnableToReplay(Exception):
    """There is no such run, or nothing of it is waiting."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """How many of a run's rows were used this time, and how many still cannot be."""

    used: int
    still_waiting: int


def find_rejects(session: store.Session, *, run: int) -> tuple[str, Sequence[Reject]]:
    """
    Return the mapping a run was read with and the rows it set aside.

    :raises UnableToReplay: if there are none
    """
    mapping = imports.mapping_of(session, run)
    if mapping is None:
        raise UnableToReplay(f"There is no import {run}. The number of each is in its report.")
    rejects = imports.waiting(session, run)
    if not rejects:
        raise UnableToReplay(f"Import {run} has no rows waiting.")
    return mapping, rejects


def replay_rejects(
    rejects: Sequence[Reject], *, read: Callable[[Sequence[Reject]], Spool], transaction: Transaction, now: datetime, today: date
) -> Replayed:
    """Load the rows that can be used now, and mark them as used."""
    with closing(read(rejects)) as spool:
        load_extract(spool, transaction=transaction, now=now, today=today, write=True)
        again = {(each.file, each.line) for each in spool.waiting()}
    used = [reject.id for reject in rejects if (reject.file, reject.line) not in again]
    with transaction() as session:
        imports.mark_replayed(session, used, now=now)
    return Replayed(len(used), len(rejects) - len(used))
