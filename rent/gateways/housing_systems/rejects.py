"""Rows that were set aside, read again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter

from rent.gateways.housing_systems.control import NotAnExtract
from rent.gateways.housing_systems.files import Taker, check_heading, take_rows
from rent.gateways.housing_systems.mapping import Mapping
from rent.store.imports import Reject
from rent.store.spool import SPARE, Spool


def read_rejects(rejects: Sequence[Reject], mapping: Mapping) -> Spool:
    """
    Return the lines of rows that were set aside, by the mapping as it is now.

    :raises NotAnExtract: if the mapping no longer knows their file or its columns
    """
    parts = {file.file: part for part, file in mapping.files.items()}
    spool = Spool(mapping.name)
    for file, rows in groupby(sorted(rejects, key=attrgetter("file", "line")), key=attrgetter("file")):
        if file not in parts:
            raise NotAnExtract(f"The mapping {mapping.name} has no file {file}. Replay with the mapping these rows were read with.")
        these = list(rows)
        heading = check_heading(_heading(these), file, parts[file], mapping)
        spool.name(parts[file], file, heading)
        take_rows(
            ((row.line, list(row.row.values())) for row in these),
            Taker(mapping, parts[file], heading),
            spool,
            say=lambda _: None,
        )
    return spool


def _heading(rows: Iterable[Reject]) -> list[str]:
    named = ([name for name in row.row if not name.startswith(SPARE)] for row in rows)
    return max(named, key=len, default=[])
