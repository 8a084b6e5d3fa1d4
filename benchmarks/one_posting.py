"""One posting through its use case, one commit each."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime
from itertools import count

from benchmarks import landlord
from benchmarks.figures import Row, empty_house, per_second, side_by_side
from rent.domain.account import AccountId, Payer, Posting, PostingKind
from rent.domain.money import Money
from rent.usecases.accounts.post import record_posting

TIMES = 2_000
NUMBERS = count(1)
TABLE = (
    "CREATE TABLE IF NOT EXISTS tx (id INTEGER PRIMARY KEY, account INTEGER, kind TEXT, pence INTEGER, day TEXT, external TEXT, body TEXT)"
)


def run() -> list[Row]:
    """Return the one row."""
    with empty_house() as (engine, folder):
        with engine.connect().execution_options(writes=True) as session, session.begin():
            landlord.build(session, 1_000)
        bare = sqlite3.connect(folder / "floor.db", isolation_level=None)
        for words in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL", TABLE, "CREATE INDEX IF NOT EXISTS ix ON tx (account)"):
            bare.execute(words)

        def ours() -> None:
            for _ in range(TIMES):
                with engine.connect().execution_options(writes=True) as session, session.begin():
                    record_posting(session, posting=_payment(next(NUMBERS)), now=datetime.now(UTC))

        def floor() -> None:
            for number in range(TIMES):
                bare.execute(
                    "INSERT INTO tx (account, kind, pence, day, external, body) VALUES (?,?,?,?,?,?)",
                    (number % 1000 + 1, "PAYMENT", -500, "2026-04-06", str(number), ""),
                )

        mine, bare_rate = side_by_side(lambda: per_second(TIMES, ours), lambda: per_second(TIMES, floor))
    return [Row("one posting through its use case, one commit", "a second", mine, bare_rate, ">= 1,000 a second", mine >= 1_000)]


def _payment(number: int) -> Posting:
    return Posting(
        account_id=AccountId(number % 1000 + 1),
        kind=PostingKind.PAYMENT,
        amount=Money(-500),
        value_date=date(2026, 4, 6),
        source="bench",
        external_id=str(number),
        payer=Payer.TENANT,
    )
