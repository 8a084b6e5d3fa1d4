"""
A scratch file where an extract waits: read to its end, checked, and in order, before the ledger sees any of it.

It is a database of its own that has no name on disk, so it goes when the process does, however that ends.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from rent.domain.extract import KEYS, SHAPES, Part

SEPARATOR: Final = "\x1f"
# What cells are called that no column name stands over.
SPARE: Final = "spare cell "
_CACHE_KIB: Final = 16_384
_FETCH: Final = 2_000
_AT_ONCE: Final = 500

Known = Callable[[Sequence[str]], Iterable[str]]


class Waiting(NamedTuple):
    """A line set aside, with the row as it came."""

    part: Part
    file: str
    line: int
    reason: str
    row: dict[str, str]


class Spool:
    """The lines of one extract, a table for each file, and those set aside."""

    def __init__(self, mapping: str) -> None:
        """Open an empty spool for lines read by a mapping."""
        self.mapping = mapping
        self.headings: dict[Part, tuple[str, tuple[str, ...]]] = {}
        self._base = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        for setting in ("journal_mode=OFF", "synchronous=OFF", "temp_store=FILE", f"cache_size=-{_CACHE_KIB}"):
            self._base.execute(f"PRAGMA {setting}")
        self._base.execute("CREATE TABLE aside (part, line, reason, cells)")
        self._base.execute("CREATE TABLE unknown (value)")
        for part, shape in SHAPES.items():
            self._base.execute(f"CREATE TABLE {part} (line INTEGER PRIMARY KEY, {', '.join(shape._fields[1:])}, cells)")

    def close(self) -> None:
        """Let go of everything in it."""
        self._base.close()

    def name(self, part: Part, file: str, heading: Sequence[str]) -> None:
        """Remember which file the lines of a part are from, and what its columns are called."""
        self.headings[part] = file, tuple(heading)

    def add(self, part: Part, lines: Sequence[Sequence[object]]) -> None:
        """Take in lines: the values of the part's shape, then the cells as they came."""
        marks = ", ".join("?" * (len(SHAPES[part]._fields) + 1))
        self._in_one(lambda: self._base.executemany(f"INSERT INTO {part} VALUES ({marks})", lines))

    def set_aside(self, part: Part, lines: Iterable[tuple[int, str, str]]) -> None:
        """Take in lines that cannot be used: their number, the reason, and the cells as they came."""
        rows = [(part, *line) for line in lines]
        self._in_one(lambda: self._base.executemany("INSERT INTO aside VALUES (?, ?, ?, ?)", rows))

    def refuse(self, part: Part, lines: Mapping[int, str]) -> None:
        """Set aside lines that were good enough to take in, for a reason found later."""
        for line, reason in lines.items():
            self._base.execute(f"INSERT INTO aside SELECT ?, line, ?, cells FROM {part} WHERE line = ?", (part, reason, line))

    def set_aside_doubles(self, part: Part) -> None:
        """Set aside each line that says again what an earlier one is about."""
        key = ", ".join(KEYS[part])
        first = f"FIRST_VALUE(line) OVER (PARTITION BY {key} ORDER BY line)"
        self._base.execute(
            f"CREATE TEMP TABLE doubles AS SELECT line, first FROM (SELECT line, {first} AS first FROM {part}) WHERE line > first"
        )
        reason = f"'line ' || first || ' is already about the same {KEYS[part][0]}'"
        self._base.execute(f"INSERT INTO aside SELECT ?, line, {reason}, cells FROM doubles JOIN {part} USING (line)", (part,))
        self._base.execute(f"DELETE FROM {part} WHERE line IN (SELECT line FROM doubles)")
        self._base.execute("DROP TABLE doubles")

    def set_aside_orphans(self, part: Part, column: str, parents: Part, *, what: str, known: Known) -> None:
        """Set aside the lines that name a parent which is neither in the extract nor ``known``."""
        self._base.execute("DELETE FROM unknown")
        missing = self._base.execute(f"SELECT DISTINCT {column} FROM {part} WHERE {column} NOT IN (SELECT reference FROM {parents})")
        while batch := [value for (value,) in missing.fetchmany(_AT_ONCE)]:
            lost = set(batch) - set(known(batch))
            self._base.executemany("INSERT INTO unknown VALUES (?)", [(value,) for value in lost])
        chosen = f"FROM {part} WHERE {column} IN (SELECT value FROM unknown)"
        self._base.execute(f"INSERT INTO aside SELECT ?, line, ? || {column}, cells {chosen}", (part, f"there is no {what} "))
        self._base.execute(f"DELETE {chosen}")

    def lines(self, part: Part, order: str = "line") -> Iterator[Any]:
        """Yield the lines of a part in the order of a column, and then of the file."""
        shape = SHAPES[part]
        cursor = self._base.execute(f"SELECT {', '.join(shape._fields)} FROM {part} ORDER BY {order}, line")
        while batch := cursor.fetchmany(_FETCH):
            yield from map(shape._make, batch)

    def count(self, part: Part) -> int:
        """Return how many lines of a part are still good."""
        return int(self._base.execute(f"SELECT COUNT(*) FROM {part}").fetchone()[0])

    def waiting(self) -> Iterator[Waiting]:
        """Yield the lines that were set aside, by file and then by line."""
        cursor = self._base.execute("SELECT part, line, reason, cells FROM aside ORDER BY part, line")
        while batch := cursor.fetchmany(_FETCH):
            for part, line, reason, cells in batch:
                file, heading = self.headings[Part(part)]
                yield Waiting(Part(part), file, line, reason, _row(heading, cells.split(SEPARATOR)))

    def set_aside_count(self, part: Part) -> int:
        """Return how many lines of a part were set aside."""
        return int(self._base.execute("SELECT COUNT(*) FROM aside WHERE part = ?", (part,)).fetchone()[0])

    def _in_one(self, work: Callable[[], object]) -> None:
        self._base.execute("BEGIN")
        work()
        self._base.execute("COMMIT")


def _row(heading: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    spare = (f"{SPARE}{number}" for number in range(len(heading) + 1, len(cells) + 1))
    return dict(zip((*heading, *spare), cells, strict=False))
