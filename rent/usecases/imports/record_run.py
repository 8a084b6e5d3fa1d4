"""Load an extract for good, and keep a record of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from rent.domain.extract import Counts, Part
from rent.store import bulk, imports
from rent.store.spool import Spool
from rent.usecases.imports.load import Transaction, load_extract

_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Run:
    """A load that came to its end."""

    number: int
    counts: dict[Part, Counts]


def record_run(spool: Spool, *, transaction: Transaction, now: datetime, today: date, say: Callable[[str], None] = lambda _: None) -> Run:
    """Load an extract, keep the rows it could not use with their reasons, and return the run."""
    with transaction() as session:
        number = imports.start(session, spool.mapping, now=now)
    counts = load_extract(spool, transaction=transaction, now=now, today=today, write=True, say=say)
    for batch in bulk.batches(spool.waiting(), _AT_ONCE):
        with transaction() as session:
            imports.set_aside(session, number, batch)
    with transaction() as session:
        imports.finish(session, number, counts, now=now)
        bulk.take_stock(session)
    return Run(number, counts)
