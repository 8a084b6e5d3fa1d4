"""The control file: what the other system says it wrote, against what was read."""

from __future__ import annotations

import csv
from collections.abc import Mapping as ReadOnly
from dataclasses import dataclass
from pathlib import Path

from rent.domain.extract import Part
from rent.gateways.housing_systems import readers
from rent.gateways.housing_systems.mapping import Mapping
from rent.gateways.housing_systems.readers import Unreadable


class NotAnExtract(Exception):
    """The folder cannot be loaded as it is, and nothing was; the message says what to do."""


@dataclass(slots=True)
class Tally:
    """What was read of a file: all its rows, the pence of those whose amount is plain, and how many are not."""

    rows: int = 0
    pence: int = 0
    unreadable: int = 0


@dataclass(frozen=True, slots=True)
class Promised:
    """What the control file says of a file."""

    rows: int
    pence: int


def read(folder: Path, mapping: Mapping) -> ReadOnly[str, Promised]:
    """
    Return what the control file says, by file name.

    :raises NotAnExtract: if there is no control file or it cannot be understood
    """
    control = mapping.control
    path = folder / control.file
    if not path.is_file():
        raise NotAnExtract(f"{control.file} is missing. Extract it with the other files: without its totals nothing is loaded.")
    try:
        with path.open(encoding=mapping.encoding, newline="") as lines:
            return {row[control.name].strip(): _promised(row, mapping) for row in csv.DictReader(lines, delimiter=mapping.delimiter)}
    except (KeyError, ValueError, AttributeError, csv.Error) as why:
        wanted = f"{control.name}, {control.rows} and {control.total}"
        raise NotAnExtract(f"{control.file} cannot be read ({why}). It needs the columns {wanted}, with a line for each file.") from why


def reconcile(mapping: Mapping, promised: ReadOnly[str, Promised], read_of: ReadOnly[Part, Tally]) -> None:
    """
    Refuse an extract that is not what its control file promised.

    A difference in money is explained only by rows that were set aside because their amount could not be read.

    :raises NotAnExtract: with every difference
    """
    differences = [
        said
        for part, tally in read_of.items()
        if (said := _difference(mapping.files[part].file, promised[mapping.files[part].file], tally))
    ]
    if differences:
        raise NotAnExtract(f"{' '.join(differences)} Extract again and check {mapping.control.file}; nothing was loaded.")


def _difference(file: str, promised: Promised, tally: Tally) -> str:
    if promised.rows != tally.rows:
        return f"{file} should have {promised.rows} rows and has {tally.rows}."
    if promised.pence != tally.pence and not tally.unreadable:
        return f"{file} should add up to {_pounds(promised.pence)} and adds up to {_pounds(tally.pence)}."
    return ""


def _promised(row: dict[str, str], mapping: Mapping) -> Promised:
    rows, total = row[mapping.control.rows].strip(), row[mapping.control.total].strip()
    try:
        return Promised(int(rows), readers.pence(total.replace(" ", "") or "0"))
    except Unreadable as why:
        raise ValueError(str(why)) from None


def _pounds(pence: int) -> str:
    whole, part = divmod(abs(pence), 100)
    return f"{'-' if pence < 0 else ''}£{whole:,}.{part:02}"
