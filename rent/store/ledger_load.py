"""Postings and balances, many at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from sqlalchemy import ARRAY, Connection, Select, String, bindparam, func, literal, select, true, update

from rent.domain.account import PostingKind
from rent.store import bulk
from rent.store.tables.accounts import postings, rent_accounts

COLUMNS: Final = (
    "account_id",
    "kind",
    "amount_pence",
    "value_date",
    "recorded_at",
    "payer",
    "means",
    "source",
    "external_id",
    "description",
    "reverses_id",
)


class Recorded(NamedTuple):
    """What the ledger already has under an outside reference."""

    id: int
    account_id: int
    kind: PostingKind
    pence: int
    value_date: date


def recorded(session: Connection, source: str, references: Iterable[str]) -> dict[str, Recorded]:
    """Return what the ledger has of a source's references."""
    ask = _each_by_its_key if session.dialect.name == "postgresql" else _by_list
    return {row[0]: Recorded(*row[1:]) for batch in bulk.batches(dict.fromkeys(references)) for row in session.execute(ask(source, batch))}


def _by_list(source: str, references: list[str]) -> Select[Any]:
    return _what_is_recorded(source).where(postings.c.external_id.in_(references))


def _each_by_its_key(source: str, references: list[str]) -> Select[Any]:
    # While a load is under way PostgreSQL has no figures for the table, takes a source for rare, and would read all of it.
    wanted = func.unnest(literal(references, ARRAY(String))).table_valued("reference").render_derived("wanted")
    found = _what_is_recorded(source).where(postings.c.external_id == wanted.c.reference).limit(1).lateral()
    return select(found).select_from(wanted).join(found, true())


def _what_is_recorded(source: str) -> Select[Any]:
    c = postings.c
    return select(c.external_id, c.id, c.account_id, c.kind, c.amount_pence, c.value_date).where(c.source == source)


def append(session: Connection, rows: Sequence[tuple[Any, ...]]) -> None:
    """Record postings, each in the order of ``COLUMNS``, and move the balances of their accounts."""
    bulk.append(session, postings, COLUMNS, rows)
    moves: dict[int, int] = {}
    for row in rows:
        moves[row[0]] = moves.get(row[0], 0) + row[2]
    _move(session, moves)


def hold_accounts(session: Connection, ids: Collection[int]) -> None:
    """Make whoever else would move these balances wait until this transaction is over."""
    if session.dialect.name == "postgresql":
        held = select(rent_accounts.c.id).where(rent_accounts.c.id.in_(ids)).order_by(rent_accounts.c.id)
        session.execute(held.with_for_update(key_share=True))


def _move(session: Connection, moves: Mapping[int, int]) -> None:
    if moves:
        this = update(rent_accounts).where(rent_accounts.c.id == bindparam("account"))
        moved = this.values(balance_pence=rent_accounts.c.balance_pence + bindparam("by"))
        session.execute(moved, [{"account": account, "by": by} for account, by in moves.items()])
