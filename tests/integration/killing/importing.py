"""An extract is loaded, and killed while it is; what is there at any moment must be whole."""

from __future__ import annotations

import csv
import uuid
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Column, Connection, Table, func, select

from rent import runtime
from rent.store import postings as ledger
from rent.store.tables.accounts import postings, rent_accounts
from rent.store.tables.base import Moment, metadata

IMPORT: Final = "tests.integration.killing.work:import_extract"
LOADED: Final = (
    "landlord", "patches", "properties", "tenancies", "persons", "tenancy_members", "contact_points", "needs", "rent_accounts",
    "charge_lines", "benefit_claims", "postings", "import_rejects",
)  # fmt: skip
# What stands for a row wherever another points at it.
NAMES: Final = ("reference", "code", "external_id")
# What two loads of the same data may differ in.
OURS: Final = frozenset({"id", "public_id", "run_id"})

REFERENCES: Final = frozenset({"property", "tenancy", "account", "person", "posting", "reverses"})

Row = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Loaded:
    """What an extract becomes, however often its load was killed: its rows, and how many postings each account has."""

    rows: Mapping[str, Counter[Row]]
    postings: Mapping[str, int]


def what_is_there(database: str) -> Loaded:
    """Return everything that was loaded, without what may differ from one load to another."""
    with runtime.engine_for(database).connect() as session:
        return Loaded({name: Counter(_rows(session, metadata.tables[name])) for name in LOADED}, _postings(session))


def broken(database: str, whole: Loaded) -> list[str]:
    """Return what anybody could see broken now, were the load never finished; nothing, if all is whole."""
    with runtime.engine_for(database).connect() as session:
        differing, there = ledger.differences(session), _postings(session)
    parted = [account for account, count in there.items() if count != whole.postings[account]]
    return [f"accounts whose balance is not their sum: {differing}"] * bool(differing) + [f"accounts in parts: {parted}"] * bool(parted)


def differences(there: Loaded, whole: Loaded) -> list[str]:
    """Return the tables that differ from those of a load nobody killed, and by how many rows."""
    missing = {name: (whole.rows[name] - there.rows[name]).total() for name in LOADED}
    too_many = {name: (there.rows[name] - whole.rows[name]).total() for name in LOADED}
    return [f"{name}: {missing[name]} missing, {too_many[name]} too many" for name in LOADED if missing[name] or too_many[name]]


def _postings(session: Connection) -> dict[str, int]:
    each = select(rent_accounts.c.reference, func.count(postings.c.id)).outerjoin(postings, postings.c.account_id == rent_accounts.c.id)
    return {row[0]: row[1] for row in session.execute(each.group_by(rent_accounts.c.reference))}


def _rows(session: Connection, table: Table) -> list[Row]:
    named = {column.name: _names(session, column) for column in table.columns if column.foreign_keys and column.name not in OURS}
    wanted = [column for column in table.columns if column.name not in OURS and not isinstance(column.type, Moment)]
    return [
        tuple(
            (column.name, str(named[column.name].get(row[column.name]) if column.name in named else row[column.name])) for column in wanted
        )
        for row in session.execute(select(table)).mappings()
    ]


def _names(session: Connection, column: Column[Any]) -> dict[int, str]:
    (key,) = column.foreign_keys
    pointed_at = key.column.table
    name = next((pointed_at.c[name] for name in NAMES if name in pointed_at.c), pointed_at.c.id)
    return {row[0]: row[1] for row in session.execute(select(pointed_at.c.id, name))}


def many_of(sample: Path, folder: Path, copies: int) -> Path:
    """Return a folder with an extract so many times the size of the sample, in which one posting is of no account."""
    folder.mkdir()
    counted, totals = dict[str, int](), dict[str, Decimal]()
    for line in _read(sample / "control.csv"):
        counted[line["file"]], totals[line["file"]] = int(line["rows"]) * copies, Decimal(line["total"]) * copies
    for name in counted:
        lines = [_renamed(line, copy) for copy in range(copies) for line in _read(sample / name)]
        if name == "postings.csv":
            lines.append({**lines[0], "posting": "P-stray", "account": "nobody's"})
            counted[name], totals[name] = counted[name] + 1, totals[name] + Decimal(lines[0]["amount"])
        _write(folder / name, lines)
    _write(folder / "control.csv", [{"file": name, "rows": rows, "total": totals[name]} for name, rows in counted.items()])
    return folder


def _renamed(line: Mapping[str, str], copy: int) -> dict[str, str]:
    return {name: f"{value}-{copy}" if name in REFERENCES and value else value for name, value in line.items()}


def _read(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _write(file: Path, lines: Sequence[Mapping[str, object]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(lines[0]))
        writer.writeheader()
        writer.writerows(lines)


def new_database(template: Path, folder: Path) -> str:
    """Return a migrated, empty database of its own."""
    file = folder / f"{uuid.uuid4().hex}.db"
    file.write_bytes(template.read_bytes())
    return f"sqlite:///{file}"
