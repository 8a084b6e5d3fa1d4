"""The periodic charge, put on many accounts at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, String, and_, cast, func, literal, or_, select, update

from rent.domain.account import Means, Payer, PostingKind
from rent.domain.periods import ChargeCycle
from rent.store.dialect import insert_missing
from rent.store.tables.accounts import charge_lines, postings, rent_accounts
from rent.store.tables.homes import tenancies

SOURCE: Final = "charge"
ACCOUNTS_AT_ONCE: Final = 5_000


def ranges(session: Connection, size: int = ACCOUNTS_AT_ONCE) -> Iterator[range]:
    """Yield ranges of account ids that together hold every account."""
    least, most = session.execute(select(func.min(rent_accounts.c.id), func.max(rent_accounts.c.id))).one()
    for first in range(least or 0, (most or -1) + 1, size):
        yield range(first, min(first + size, most + 1))


def post(session: Connection, among: range, *, day: date, cycles: Collection[ChargeCycle], recorded_at: datetime) -> int:
    """
    Charge the open accounts in a range for the period that begins on a day; return how many it was.

    An account charged for that day before is left as it is.
    """
    # Two of us at once would move a balance twice: the second waits here, and then finds nothing to do.
    held = select(rent_accounts.c.id).where(_inside(rent_accounts.c.id, among)).order_by(rent_accounts.c.id)
    if session.dialect.name == "postgresql":
        session.execute(held.with_for_update(key_share=True))
    latest = session.execute(select(func.coalesce(func.max(postings.c.id), 0))).scalar_one()
    due = _due(among, day, cycles, recorded_at)
    session.execute(insert_missing(session, postings, due, unique=("source", "external_id")))
    # By kind, since SQLite would walk every charge there ever was by the index on source.
    # By kind and day, which no index leads with: a planner would read the whole unique index for a source.
    fresh = and_(postings.c.id > latest, postings.c.kind == PostingKind.CHARGE, _inside(postings.c.account_id, among))
    moved = update(rent_accounts).where(rent_accounts.c.id == postings.c.account_id, fresh, postings.c.value_date == day)
    return session.execute(moved.values(balance_pence=rent_accounts.c.balance_pence + postings.c.amount_pence)).rowcount


def _due(among: range, day: date, cycles: Collection[ChargeCycle], recorded_at: datetime) -> Select[Any]:
    pence = func.sum(charge_lines.c.amount_pence)
    lines = (
        select(charge_lines.c.account_id, pence.label("pence"))
        .where(_inside(charge_lines.c.account_id, among), _runs(charge_lines.c.starts_on, charge_lines.c.ends_on, day))
        .group_by(charge_lines.c.account_id)
        .having(pence > 0)
        .subquery()
    )
    # Looked up one by one: joined, a planner would read every tenancy for each range.
    tenancy = select(or_(*(_charged(cycle, day) for cycle in cycles))).where(tenancies.c.id == rent_accounts.c.tenancy_id)
    stands = tenancy.where(_runs(tenancies.c.starts_on, tenancies.c.ends_on, day)).scalar_subquery()
    values = {
        postings.c.account_id: rent_accounts.c.id,
        postings.c.kind: literal(PostingKind.CHARGE, postings.c.kind.type),
        postings.c.amount_pence: lines.c.pence,
        postings.c.value_date: literal(day, postings.c.value_date.type),
        postings.c.recorded_at: literal(recorded_at, postings.c.recorded_at.type),
        postings.c.payer: literal(Payer.LANDLORD, postings.c.payer.type),
        postings.c.means: literal(Means.NONE, postings.c.means.type),
        postings.c.source: literal(SOURCE),
        postings.c.external_id: cast(rent_accounts.c.id, String) + literal(f":{day.isoformat()}"),
        postings.c.description: literal(""),
    }
    return (
        select(*(value.label(column.name) for column, value in values.items()))
        .join_from(rent_accounts, lines, lines.c.account_id == rent_accounts.c.id)
        .where(_inside(rent_accounts.c.id, among), rent_accounts.c.opened_on <= day, stands)
        .where(or_(rent_accounts.c.closed_on.is_(None), rent_accounts.c.closed_on > day))
    )


def _charged(cycle: ChargeCycle, day: date) -> ColumnElement[bool]:
    if cycle is ChargeCycle.MONTHLY:
        return tenancies.c.charge_cycle == cycle
    rent_free = cast(tenancies.c.rent_free_weeks, String).contains(f'"{day.isoformat()}"')
    return and_(tenancies.c.charge_cycle == cycle, ~rent_free)


def _runs(starts_on: ColumnElement[date], ends_on: ColumnElement[date], day: date) -> ColumnElement[bool]:
    return and_(starts_on <= day, or_(ends_on.is_(None), ends_on >= day))


def _inside(column: ColumnElement[int], among: range) -> ColumnElement[bool]:
    return and_(column >= among.start, column < among.stop)
