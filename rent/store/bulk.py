"""Many rows at a time: what a load and a demo landlord need, and nothing that a request needs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Table, and_, bindparam, func, insert, literal, select, text, update

from rent.domain.extract import Outcome

T = TypeVar("T")
Row = Mapping[str, Any]

# Under the fewest variables one statement may have on either database.
AT_ONCE: Final = 5_000


class Refused(Exception):
    """The row may not take the place of the one that is there; the message says why, in plain words."""


Settle = Callable[[Row, Row], Row]


def batches(things: Iterable[T], size: int = AT_ONCE) -> Iterator[list[T]]:
    """Yield lists of at most this many things."""
    source = iter(things)
    while batch := list(islice(source, size)):
        yield batch


def append(session: Connection, table: Table, columns: Sequence[str], rows: Collection[Sequence[Any]]) -> None:
    """
    Insert rows, each in the order of the columns, as fast as the driver takes them.

    The values are bound as the table's own types say, a column at a time.
    """
    if not rows:
        return
    dialect = session.dialect
    bind = [table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in columns]
    by_column = [
        values if process is None else _bound(process, values) for process, values in zip(bind, zip(*rows, strict=True), strict=True)
    ]
    bound = list(zip(*by_column, strict=True))
    if dialect.name == "postgresql":
        _copy(session, table, columns, bound)
        return
    session.exec_driver_sql(str(insert(table).compile(dialect=dialect, column_keys=list(columns))), bound)


def _bound(process: Callable[[Any], Any], values: Sequence[Any]) -> list[Any]:
    # A ledger says the same few things over and over, so each is bound once.
    try:
        known = {value: process(value) for value in set(values)}
    except TypeError:
        return [process(value) for value in values]
    return [known[value] for value in values]


def _copy(session: Connection, table: Table, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    quote = session.dialect.identifier_preparer.quote
    names = ", ".join(quote(name) for name in columns)
    driver: Any = session.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(f"COPY {quote(table.name)} ({names}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def ids_of(session: Connection, table: Table, references: Iterable[str], *, column: str = "reference") -> dict[str, int]:
    """Return the ids of the rows that have these references; those there are not are left out."""
    found: dict[str, int] = {}
    for batch in batches(dict.fromkeys(references)):
        rows = session.execute(select(table.c[column], table.c.id).where(table.c[column].in_(batch)))
        found.update((reference, int(row_id)) for reference, row_id in rows)
    return found


def merge(
    session: Connection, table: Table, rows: Sequence[Row], *, key: Sequence[str], settle: Settle, write: bool
) -> list[Outcome | Refused]:
    """
    Insert the rows that are new, bring the others up to date, and return what came of each.

    ``settle`` is given the row that is there and the one that came, and returns the columns that
    should now hold something, or raises Refused. Without ``write`` nothing is changed. No two rows
    may have the same key.
    """
    there = _there(session, table, rows, key)
    outcomes, new, changed = list[Outcome | Refused](), list[Row](), list[Row]()
    for row in rows:
        old = there.get(tuple(row[name] for name in key))
        try:
            wanted = row if old is None else settle(old, row)
        except Refused as why:
            outcomes.append(why)
            continue
        if old is None:
            new.append(row)
            outcomes.append(Outcome.NEW)
        elif differing := {name: value for name, value in wanted.items() if old[name] != value}:
            changed.append({**{f"key_{name}": row[name] for name in key}, **differing})
            outcomes.append(Outcome.CHANGED)
        else:
            outcomes.append(Outcome.SAME)
    if write:
        _write(session, table, new, changed, key)
    return outcomes


def _there(session: Connection, table: Table, rows: Sequence[Row], key: Sequence[str]) -> dict[tuple[Any, ...], Row]:
    first = table.c[key[0]]
    wanted = {row[key[0]] for row in rows} - {None}
    return {
        tuple(row[name] for name in key): dict(row)
        for batch in batches(wanted)
        for row in session.execute(select(table).where(first.in_(batch))).mappings()
    }


def _write(session: Connection, table: Table, new: Sequence[Row], changed: Sequence[Row], key: Sequence[str]) -> None:
    if new:
        session.execute(insert(table), list(new))
    for row in changed:
        this = and_(*(table.c[name] == bindparam(f"key_{name}") for name in key))
        values: dict[str, Any] = {name: bindparam(name) for name in row if not name.startswith("key_")}
        session.execute(update(table).where(this).values(values), dict(row))


def next_id(session: Connection, table: Table) -> int:
    """Return the first id that no row has."""
    return int(session.execute(select(func.coalesce(func.max(table.c.id), literal(0)) + 1)).scalar_one())


def take_stock(session: Connection) -> None:
    """Let the database see how much there is now, so that it finds its way. SQLite looks when it needs to."""
    if session.dialect.name == "postgresql":
        session.execute(text("ANALYZE"))


def catch_up_ids(session: Connection, tables: Iterable[Table]) -> None:
    """Let ids count on from those that were given by hand. SQLite does so by itself."""
    if session.dialect.name != "postgresql":
        return
    for table in tables:
        session.execute(select(func.setval(func.pg_get_serial_sequence(table.name, "id"), func.max(table.c.id))).select_from(table))
