"""A week's rent on 200,000 accounts, balances moved."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from benchmarks import landlord
from benchmarks.figures import Row, empty_house, per_second, side_by_side
from rent import runtime
from rent.store import charges, migrate
from rent.usecases.accounts.post_charges import post_charges

ACCOUNTS = 200_000
MONDAY = date(2026, 4, 6)
WEEKS = count()
CHARGE = """
    INSERT INTO postings
        (account_id, kind, amount_pence, value_date, recorded_at, payer, means, source, external_id, description)
    SELECT id, 'CHARGE', 12000, '2026-04-06', '2026-04-06 02:00:00.000000', 'LANDLORD', 'NONE', 'charge', id || ':' || ?, ''
    FROM rent_accounts
"""


def run() -> list[Row]:
    """Return the one row."""
    with empty_house() as (engine, folder):
        with engine.connect().execution_options(writes=True) as session, session.begin():
            landlord.build(session, ACCOUNTS)
        bare = _floor(folder / "floor.db")

        def ours() -> None:
            day = MONDAY + timedelta(weeks=next(WEEKS))
            with engine.connect() as session:
                batches = list(charges.ranges(session))
            for batch in batches:
                with engine.connect().execution_options(writes=True) as session, session.begin():
                    post_charges(session, day=day, now=datetime.now(UTC), among=batch)

        def floor() -> None:
            bare.execute("BEGIN IMMEDIATE")
            bare.execute(CHARGE, (next(WEEKS),))
            bare.execute("UPDATE rent_accounts SET balance_pence = balance_pence + 12000")
            bare.execute("COMMIT")

        mine, bare_rate = side_by_side(lambda: per_second(ACCOUNTS, ours), lambda: per_second(ACCOUNTS, floor))
    note = "committed every 5,000 accounts; the floor is the same rows and indexes, one commit, no rules"
    return [
        Row(
            "weekly charge to 200,000 accounts, balances moved",
            "accounts/s",
            mine,
            bare_rate,
            ">= 0.5 of the floor",
            mine / bare_rate >= 0.5,
            note,
        )
    ]


def _floor(path: Path) -> sqlite3.Connection:
    migrate.upgrade(f"sqlite:///{path}")
    engine = runtime.engine_for(f"sqlite:///{path}")
    with engine.connect().execution_options(writes=True) as session, session.begin():
        landlord.build(session, ACCOUNTS)
    engine.dispose()
    bare = sqlite3.connect(path, isolation_level=None)
    bare.execute("PRAGMA synchronous=NORMAL")
    return bare
