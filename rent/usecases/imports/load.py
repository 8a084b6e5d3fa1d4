"""Load an extract, a batch at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import Final

from rent import store
from rent.domain.extract import Counts, Outcome, Part, PersonLine
from rent.store import bulk
from rent.store.spool import Spool
from rent.usecases.imports.check_references import check_references
from rent.usecases.imports.load_accounts import load_accounts, whole_accounts
from rent.usecases.imports.load_benefits import load_benefits
from rent.usecases.imports.load_people import load_people
from rent.usecases.imports.load_properties import load_properties
from rent.usecases.imports.load_tenancies import load_tenancies
from rent.usecases.imports.loaded import Loaded

Transaction = Callable[[], AbstractContextManager[store.Session]]
Step = Callable[[store.Session], Mapping[Part, Loaded]]
LINES_AT_ONCE: Final = 1_000


def source_of(mapping: str) -> str:
    """Return the source under which a mapping's references are unique on the ledger."""
    return f"extract:{mapping}"


@dataclass(slots=True)
class Progress:
    """What has come of an extract so far."""

    counts: dict[Part, Counts]

    def take(self, spool: Spool, told: Mapping[Part, Loaded]) -> None:
        """Count what came of a batch, and set aside what it refused."""
        for part, loaded in told.items():
            if part not in self.counts:
                continue
            counts = self.counts[part]
            for outcome in Outcome:
                counts.add(outcome, sum(1 for each in loaded.outcomes.values() if each is outcome))
            spool.refuse(part, loaded.refused)

    @property
    def lines(self) -> int:
        """Return how many lines have been used."""
        return sum(counts.new + counts.changed + counts.same for counts in self.counts.values())


def load_extract(
    spool: Spool, *, transaction: Transaction, now: datetime, today: date, write: bool, say: Callable[[str], None] = lambda _: None
) -> dict[Part, Counts]:
    """
    Bring the database up to date with an extract and return what came of each file.

    Every batch is a transaction of its own, so that texts and payments are not kept waiting; an account
    is never parted. Killed anywhere, it is finished by loading the same extract again, since a line that
    was loaded is the same the second time. Without ``write`` it only says what would happen.
    """
    with transaction() as session:
        check_references(session, spool=spool)
    progress = Progress({part: Counts() for part in Part if part in spool.headings})
    for step in _steps(spool, now, today, write=write):
        with transaction() as session:
            told = step(session)
        progress.take(spool, told)
        say(f"{'Loading' if write else 'Comparing'}: {progress.lines:,} lines")
    for part, counts in progress.counts.items():
        counts.set_aside = spool.set_aside_count(part)
    return progress.counts


def _steps(spool: Spool, now: datetime, today: date, *, write: bool) -> Iterator[Step]:
    for homes in bulk.batches(spool.lines(Part.PROPERTIES), LINES_AT_ONCE):
        yield _only(Part.PROPERTIES, partial(load_properties, lines=homes, write=write))
    for held in bulk.batches(spool.lines(Part.TENANCIES), LINES_AT_ONCE):
        yield _only(Part.TENANCIES, partial(load_tenancies, lines=held, write=write))
    for people in _whole_people(spool):
        yield _only(Part.PEOPLE, partial(load_people, lines=people, now=now, today=today, write=write))
    for batch in whole_accounts(spool):
        yield partial(load_accounts, batch=batch, source=source_of(spool.mapping), now=now, write=write)
    for benefits in bulk.batches(spool.lines(Part.BENEFITS), LINES_AT_ONCE):
        yield _only(Part.BENEFITS, partial(load_benefits, lines=benefits, write=write))


def _only(part: Part, load: Callable[[store.Session], Loaded]) -> Step:
    return lambda session: {part: load(session)}


def _whole_people(spool: Spool) -> Iterator[Sequence[PersonLine]]:
    batch = list[PersonLine]()
    for _, lines in groupby(spool.lines(Part.PEOPLE, "reference"), key=attrgetter("reference")):
        batch.extend(lines)
        if len(batch) >= LINES_AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch
