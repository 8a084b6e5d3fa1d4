"""The few things SQLite and PostgreSQL say differently."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Insert, Select, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_if_new(session: Connection, table: Table, values: Mapping[str, Any], *, unique: Iterable[str]) -> int | None:
    """Insert a row unless its unique columns are taken; return its id, or None if they were."""
    statement = _insert(session, table).values(**values)
    kept = statement.on_conflict_do_nothing(index_elements=list(unique)).returning(table.c.id)
    return session.execute(kept).scalar_one_or_none()


def insert_missing(session: Connection, table: Table, rows: Select[Any], *, unique: Iterable[str]) -> Insert:
    """Return the insert of a query's rows, labelled as the table's columns, but for those whose unique columns are taken."""
    statement: Insert = (
        _insert(session, table).from_select(list(rows.selected_columns.keys()), rows).on_conflict_do_nothing(index_elements=list(unique))
    )
    return statement


def insert_or_update(session: Connection, table: Table, values: Mapping[str, Any], *, unique: Iterable[str]) -> int:
    """Insert a row, or bring the one with the same unique columns up to date; return its id."""
    statement = _insert(session, table).values(**values)
    keys = list(unique)
    changed = {name: statement.excluded[name] for name in values if name not in keys}
    return int(session.execute(statement.on_conflict_do_update(index_elements=keys, set_=changed).returning(table.c.id)).scalar_one())


def _insert(session: Connection, table: Table) -> Any:  # noqa: ANN401 (two dialects, one shape)
    make: type[Insert] = postgresql.Insert if session.dialect.name == "postgresql" else sqlite.Insert
    return make(table)
