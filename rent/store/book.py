"""The rows of a demo landlord, gathered a patch at a time and written in bulk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from sqlalchemy import Connection, Table

from rent.store import bulk, ledger_load
from rent.store.tables.accounts import benefit_claims, charge_lines, postings, rent_accounts
from rent.store.tables.homes import properties, tenancies
from rent.store.tables.people import contact_points, needs, persons, tenancy_members

# Parents first.
COLUMNS: Final[Mapping[Table, tuple[str, ...]]] = {
    properties: ("id", "reference", "address", "postcode", "patch_id", "region"),
    tenancies: ("id", "reference", "public_id", "property_id", "regime", "charge_cycle", "rent_free_weeks", "starts_on", "ends_on"),
    persons: ("id", "reference", "full_name", "search_name", "date_of_birth", "language", "neutral_wording_only"),
    tenancy_members: ("tenancy_id", "person_id", "role", "starts_on"),
    contact_points: ("person_id", "channel", "value", "status", "is_safe", "is_preferred", "opted_out", "since"),
    needs: ("person_id", "need", "purpose", "source", "review_on"),
    rent_accounts: ("id", "reference", "tenancy_id", "kind", "balance_pence", "opened_on", "closed_on"),
    charge_lines: ("account_id", "kind", "amount_pence", "eligible_for_benefit", "starts_on", "ends_on"),
    benefit_claims: ("tenancy_id", "kind", "amount_pence", "anchor", "paid_up_to"),
    postings: ("id", *ledger_load.COLUMNS),
}
NUMBERED: Final = tuple(table for table, columns in COLUMNS.items() if "id" in columns)


class Book:
    """Rows waiting to be written, and the next number of each table that is numbered here."""

    def __init__(self, session: Connection) -> None:
        """Begin where the tables end."""
        self._session = session
        self._rows: dict[Table, list[tuple[Any, ...]]] = {table: [] for table in COLUMNS}
        self._next = {table: bulk.next_id(session, table) for table in NUMBERED}

    def number(self, table: Table) -> int:
        """Return the next number of a table."""
        number = self._next[table]
        self._next[table] += 1
        return number

    def add(self, table: Table, *values: Any) -> None:  # noqa: ANN401 (a row of any table)
        """Take in a row, in the order of the table's columns here."""
        self._rows[table].append(values)

    def write(self) -> None:
        """Write everything and begin afresh."""
        for table, columns in COLUMNS.items():
            for rows in bulk.batches(self._rows[table]):
                bulk.append(self._session, table, columns, rows)
            self._rows[table].clear()

    def close(self) -> None:
        """Let the tables count on from here."""
        bulk.catch_up_ids(self._session, _counting(COLUMNS))


def _counting(tables: Iterable[Table]) -> Iterable[Table]:
    return (table for table in tables if table in NUMBERED)
