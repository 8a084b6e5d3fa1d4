"""The outbox drained through the send gate, with a provider that says yes at once."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count

from sqlalchemy import insert

from benchmarks import landlord
from benchmarks.figures import Row, empty_house, per_second
from messaging.delivery.deliver import deliver_batch
from rent.domain.message import Author, Delivery, MessageClass
from rent.domain.tenancy import Channel
from rent.ports import ProviderMessage, Sent
from rent.settings import settings
from rent.store.tables.messages import outbox

MESSAGES = 20_000
BATCH = 1_000
TABLE = "CREATE TABLE outbox (id INTEGER PRIMARY KEY, body TEXT, state INTEGER DEFAULT 0)"


class YesAtOnce:
    """A provider that takes everything."""

    def __init__(self) -> None:
        self.taken = count(1)

    def send(self, *, to: str, body: str, reference: str) -> Sent:
        """Take it."""
        del to, body, reference
        return Sent(f"SM{next(self.taken):032d}", "queued")

    def listed(self, *, to: str, since: datetime) -> Iterator[ProviderMessage]:
        """Remember nothing."""
        del to, since
        return iter(())


def run() -> list[Row]:
    """Return the one row."""
    with empty_house() as (engine, folder):
        os.environ["DATABASE_URL"] = str(engine.url)
        settings.cache_clear()
        with engine.connect().execution_options(writes=True) as session, session.begin():
            landlord.build(session, MESSAGES)
            session.execute(insert(outbox), [_message(number) for number in range(1, MESSAGES + 1)])
        texts = YesAtOnce()

        def drain() -> None:
            while deliver_batch(texts, limit=BATCH):
                pass

        ours = per_second(MESSAGES, drain)
        sent = next(texts.taken) - 1
        floor = per_second(MESSAGES, lambda: _bare(str(folder / "floor.db")))
    note = f"{sent:,} of {MESSAGES:,} sent, once each"
    return [
        Row("outbox drained through the send gate", "a second", ours, floor, ">= 3,500 a second", ours >= 3_500 and sent == MESSAGES, note)
    ]


def _message(number: int) -> dict[str, object]:
    now = datetime.now(UTC)
    return {
        "command_id": f"bench:{number}",
        "channel": Channel.SMS,
        "to_address": landlord.phone(number),
        "person_id": number,
        "tenancy_id": number,
        "author": Author.ASSISTANT,
        "message_class": MessageClass.REPLY,
        "template": "bench",
        "language": "en",
        "body": "Your rent account was looked at today.",
        "facts": {},
        "segments": 1,
        "delivery": Delivery.WANTED,
        "wanted_at": now,
        "not_before": now,
    }


def _bare(path: str) -> None:
    bare = sqlite3.connect(path, isolation_level=None)
    for words in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL", TABLE):
        bare.execute(words)
    bare.executemany("INSERT INTO outbox (body) VALUES (?)", (("Your rent account was looked at today.",) for _ in range(MESSAGES)))
    while ids := bare.execute("SELECT id FROM outbox WHERE state = 0 LIMIT ?", (BATCH,)).fetchall():
        for state in (1, 2):
            bare.execute("BEGIN IMMEDIATE")
            bare.executemany(f"UPDATE outbox SET state = {state} WHERE id = ?", ids)
            bare.execute("COMMIT")
