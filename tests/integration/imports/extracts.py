"""Extracts for tests: the sample, the same data shaped like another system's, and ways to spoil it."""

from __future__ import annotations

import csv
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from rent.domain.extract import Counts, Part
from rent.gateways.housing_systems import mapping as mappings
from rent.gateways.housing_systems import readers
from rent.gateways.housing_systems.folder import read_folder
from rent.gateways.housing_systems.mapping import Amount, FileMapping, Mapping, Sign, Source
from rent.gateways.housing_systems.rejects import read_rejects
from rent.store import imports, postings
from rent.store.imports import Reject
from rent.store.tables.base import metadata
from rent.usecases.imports.load import load_extract
from rent.usecases.imports.record_run import Run, record_run
from rent.usecases.imports.replay import Replayed, find_rejects, replay_rejects

SAMPLE = Path(__file__).parents[3] / "docs" / "samples" / "extract-evenkeel"
NOW, TODAY = datetime(2026, 11, 23, 9, tzinfo=UTC), date(2026, 11, 23)
LOADED = ("patches", "properties", "tenancies", "persons", "tenancy_members", "contact_points", "needs", "rent_accounts", "charge_lines")
LEDGER = ("benefit_claims", "postings")
# What differs between two loads of the same data, and may.
OURS = {"public_id", "source", "id"}


@dataclass(frozen=True)
class Loads:
    """Loads extracts and says what is in the database."""

    transaction: Callable[[], AbstractContextManager[Connection]]

    def load(self, folder: Path, mapping: str = "evenkeel") -> Run:
        with closing(read_folder(folder, mappings.load(mapping))) as spool:
            return record_run(spool, transaction=self.transaction, now=NOW, today=TODAY)

    def dry_run(self, folder: Path) -> dict[Part, Counts]:
        with closing(read_folder(folder, mappings.load("evenkeel"))) as spool:
            return load_extract(spool, transaction=self.transaction, now=NOW, today=TODAY, write=False)

    def replay(self, run: int) -> Replayed:
        with self.transaction() as session:
            name, rejects = find_rejects(session, run=run)
        read = partial(read_rejects, mapping=mappings.load(name))
        return replay_rejects(rejects, read=read, transaction=self.transaction, now=NOW, today=TODAY)

    def set_aside(self, run: Run) -> tuple[Reject, ...]:
        with self.transaction() as session:
            return imports.waiting(session, run.number)

    def rows(self, table: str, *, without: set[str] = OURS) -> list[dict[str, Any]]:
        """Return a table's rows in the order they came."""
        wanted = metadata.tables[table]
        with self.transaction() as session:
            found = session.execute(select(wanted).order_by(*wanted.primary_key.columns)).mappings()
            return [{name: value for name, value in row.items() if name not in without} for row in found]

    def everything(self) -> dict[str, list[dict[str, Any]]]:
        return {table: self.rows(table) for table in (*LOADED, *LEDGER)}

    def count(self, table: str) -> int:
        with self.transaction() as session:
            return int(session.execute(select(func.count()).select_from(metadata.tables[table])).scalar_one())

    def balances_that_do_not_add_up(self) -> int:
        with self.transaction() as session:
            return len(postings.differences(session))


def counts(*, new: int = 0, changed: int = 0, same: int = 0, set_aside: int = 0) -> Counts:
    return Counts(new, changed, same, set_aside)


def change(folder: Path, file: str, old: str, new: str) -> None:
    """Replace the first words in a file that are these."""
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def add_line(folder: Path, file: str, line: str) -> None:
    """Add a line to a file."""
    path = folder / file
    path.write_text(path.read_text("utf-8") + line + "\n", "utf-8")


def say_again(folder: Path) -> None:
    """Write the control file anew, so that it agrees with the files as they are."""
    lines = [["file", "rows", "total"]]
    for path in sorted(folder.glob("*.csv")):
        if path.name != "control.csv":
            with path.open(encoding="utf-8") as text:
                rows = list(csv.DictReader(text))
            total = sum(readers.pence(row.get("amount") or "0") for row in rows)
            lines.append([path.name, str(len(rows)), _pounds(total)])
    _write(folder / "control.csv", lines, "utf-8", ",")


def reshaped(into: Path, mapping: Mapping) -> Path:
    """Write the sample the way another system would, by its mapping read backwards."""
    into.mkdir()
    control = [[mapping.control.name, mapping.control.rows, mapping.control.total]]
    own = mappings.load("evenkeel")
    for part, file in mapping.files.items():
        with (SAMPLE / own.files[part].file).open(encoding="utf-8") as lines:
            rows = [_neutral(row, own.files[part]) for row in csv.DictReader(lines)]
        heading = sorted(file.columns)
        cells = [[_backwards(row, file, mapping).get(column, "") for column in heading] for row in rows]
        _write(into / file.file, [heading, *cells], mapping.encoding, mapping.delimiter)
        control.append([file.file, str(len(rows)), _pounds(sum(readers.pence(row.get("amount") or "0") for row in rows))])
    _write(into / mapping.control.file, control, mapping.encoding, mapping.delimiter)
    return into


def _neutral(row: dict[str, str], file: FileMapping) -> dict[str, str]:
    named = {name: row[source.columns[0]] for name, source in file.fields.items()}
    return named | ({"amount": row["amount"]} if file.amount else {})


def _backwards(row: dict[str, str], file: FileMapping, mapping: Mapping) -> dict[str, str]:
    cells: dict[str, str] = {}
    shared = [(name, source) for name, source in file.fields.items() if source.columns and source.table is not None]
    for name, source in file.fields.items():
        if source.columns and source.table is None:
            cells |= _spread(_dated(row[name], mapping), source)
    for column in {source.columns[0] for _, source in shared}:
        told = [(name, source) for name, source in shared if source.columns[0] == column]
        codes = list(told[0][1].table or {})
        fits = [code for code in codes if all((source.table or {})[code] == row[name] for name, source in told)]
        cells[column] = fits[0] if fits else ""
    return cells | (_amount(row["amount"], file.amount) if file.amount else {})


def _dated(text: str, mapping: Mapping) -> str:
    try:
        return date.fromisoformat(text).strftime(mapping.dates).upper() if len(text) == 10 else text
    except ValueError:
        return text


def _spread(text: str, source: Source) -> dict[str, str]:
    parts = text.split(source.joined_by, len(source.columns) - 1)
    return dict(zip(source.columns, [*parts, *[""] * (len(source.columns) - len(parts))], strict=True))


def _amount(text: str, amount: Amount) -> dict[str, str]:
    pence = readers.pence(text)
    first, last = amount.columns[0], amount.columns[-1]
    match amount.sign:
        case Sign.OWED_IS_PLUS:
            return {first: _pounds(pence)}
        case Sign.OWED_IS_MINUS:
            return {first: _pounds(-pence)}
        case Sign.TWO_COLUMNS:
            return {first: _pounds(pence) if pence > 0 else "", last: _pounds(-pence) if pence < 0 else ""}
        case Sign.INDICATOR:
            return {first: _pounds(abs(pence)), last: amount.debit_mark if pence > 0 else amount.credit_mark}


def _pounds(pence: int) -> str:
    return f"{'-' if pence < 0 else ''}{abs(pence) // 100}.{abs(pence) % 100:02}"


def _write(path: Path, lines: list[list[str]], encoding: str, delimiter: str) -> None:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(lines)
