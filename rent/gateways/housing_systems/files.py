"""One CSV file of an extract."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rent.domain.extract import Part
from rent.gateways.housing_systems.checks import fault_of
from rent.gateways.housing_systems.control import NotAnExtract, Tally
from rent.gateways.housing_systems.mapping import Mapping
from rent.gateways.housing_systems.readers import Unreadable
from rent.gateways.housing_systems.rows import amount_getter, row_reader
from rent.store.spool import SEPARATOR, Spool

if TYPE_CHECKING:
    from _csv import Reader

Said = Callable[[str], None]
Numbered = tuple[int, list[str]]
_AT_ONCE: Final = 5_000
_REASON_MAX: Final = 300


def read_file(path: Path, part: Part, mapping: Mapping, spool: Spool, *, say: Said) -> Tally:
    """
    Take a file into the spool and return what there was of it.

    :raises NotAnExtract: if it is not written as it should be or lacks a column
    """
    try:
        with path.open(encoding=mapping.encoding, newline="") as text:
            reader = csv.reader(text, delimiter=mapping.delimiter, strict=True)
            heading = check_heading(next(reader, []), path.name, part, mapping)
            spool.name(part, path.name, heading)
            return take_rows(
                _numbered(reader), Taker(mapping, part, heading), spool, say=lambda rows: say(f"Reading {path.name}: {rows:,} rows")
            )
    except UnicodeDecodeError as why:
        raise NotAnExtract(f"{path.name} is not written in {mapping.encoding}. Save it as CSV in that encoding and try again.") from why
    except csv.Error as why:
        raise NotAnExtract(f"{path.name} is not a CSV file we can read ({why}). Look for a quotation mark that is never closed.") from why


def check_heading(cells: Sequence[str], file: str, part: Part, mapping: Mapping) -> list[str]:
    """
    Return a file's column names.

    :raises NotAnExtract: if one is there twice or one the mapping needs is missing
    """
    heading = [cell.strip() for cell in cells]
    if twice := [name for name in heading if name and heading.count(name) > 1]:
        raise NotAnExtract(f"{file} has the column {twice[0]} twice. Leave one of them.")
    if missing := sorted(mapping.files[part].columns - set(heading)):
        has = ", ".join(filter(None, heading)) or "none"
        raise NotAnExtract(
            f"{file} has no column {missing[0]}; it has {has}. "
            f"Its first line must hold the column names, parted by “{mapping.delimiter}”; or say in the mapping what the column is called."
        )
    return heading


class Taker:
    """What makes lines of the rows of one file, and keeps their tally."""

    def __init__(self, mapping: Mapping, part: Part, heading: Sequence[str]) -> None:
        """Read rows that have this heading."""
        amount = mapping.files[part].amount
        self.part = part
        self.tally = Tally()
        self._width = len(heading)
        self._read = row_reader(mapping, part, heading)
        self._amount = amount_getter(amount, heading) if amount else lambda _: 0
        self._fault = fault_of(part)

    def take(self, line: int, cells: Sequence[str]) -> tuple[object, ...]:
        """
        Return the values of a row's line, and count it.

        :raises Unreadable: if it cannot be used, with the reason
        """
        self._count(cells)
        if len(cells) != self._width:
            raise Unreadable(f"the row has {len(cells)} cells where the heading has {self._width}")
        values = self._read(cells)
        if fault := self._fault(values):
            raise Unreadable(fault)
        return (line, *values, SEPARATOR.join(cells))

    def _count(self, cells: Sequence[str]) -> None:
        self.tally.rows += 1
        try:
            self.tally.pence += self._amount(cells)
        except (Unreadable, IndexError):
            self.tally.unreadable += 1


def take_rows(rows: Iterator[Numbered], taker: Taker, spool: Spool, *, say: Callable[[int], None]) -> Tally:
    """Take rows into the spool, those that cannot be used set aside, and return the tally."""
    good, bad = list[tuple[object, ...]](), list[tuple[int, str, str]]()
    for line, cells in rows:
        try:
            good.append(taker.take(line, cells))
        except Unreadable as why:
            bad.append((line, str(why)[:_REASON_MAX], SEPARATOR.join(cells)))
        if len(good) + len(bad) == _AT_ONCE:
            _keep(spool, taker.part, good, bad)
            say(taker.tally.rows)
    _keep(spool, taker.part, good, bad)
    return taker.tally


def _keep(spool: Spool, part: Part, good: list[tuple[object, ...]], bad: list[tuple[int, str, str]]) -> None:
    spool.add(part, good)
    spool.set_aside(part, bad)
    good.clear()
    bad.clear()


def _numbered(reader: Reader) -> Iterator[Numbered]:
    begins = reader.line_num + 1
    for cells in reader:
        if cells:
            yield begins, cells
        # A quoted cell may run over several lines; the row is where it began.
        begins = reader.line_num + 1
