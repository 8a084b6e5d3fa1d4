"""What the stand-in remembers: one SQLite file, which outlives any crash."""

from __future__ import annotations

import json
import secrets
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

Thing = dict[str, Any]

_TABLES: Final = """
CREATE TABLE IF NOT EXISTS things (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS things_by_kind ON things (kind, number);
CREATE INDEX IF NOT EXISTS things_by_intent ON things (kind, json_extract(body, '$.payment_intent'));
CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, asked TEXT NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS jobs (
    id INTEGER PRIMARY KEY AUTOINCREMENT, due REAL NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, url TEXT NOT NULL,
    tries INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS jobs_by_due ON jobs (due, id);
CREATE TABLE IF NOT EXISTS knobs (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""


class Book:
    """Objects, answers, jobs and knobs. One change at a time, each on disk before it is answered."""

    def __init__(self, path: Path) -> None:
        """Open the file, or begin a new one."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.lock = threading.RLock()
        self.woken = threading.Condition(self.lock)
        # Who is told of events: addresses with their secrets, and whoever listens on a socket.
        self.addresses: dict[str, str] = {}
        self.listeners: list[Callable[[Thing], None]] = []
        self.shapes: dict[str, Thing] = json.loads((Path(__file__).parent / "shapes.json").read_text("utf-8"))
        self.sql = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=10)
        self.sql.execute("PRAGMA journal_mode=WAL")
        self.sql.execute("PRAGMA synchronous=NORMAL")
        self.sql.executescript(_TABLES)

    def close(self) -> None:
        """Close the file."""
        with self.lock:
            self.sql.close()

    @contextmanager
    def change(self) -> Iterator[None]:
        """Make one change, whole or not at all, and then wake whoever waits for jobs."""
        with self.lock:
            self.sql.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self.sql.execute("ROLLBACK")
                raise
            self.sql.execute("COMMIT")
            self.woken.notify_all()

    def new(self, kind: str, prefix: str, **fields: Any) -> Thing:  # noqa: ANN401
        """Keep a new object of a kind, with the fields Stripe's have; return it."""
        now = int(time.time())
        blank: Thing = json.loads(json.dumps(self.shapes[kind]))
        thing = {**blank, "created": now, "id": f"{prefix}_{secrets.token_hex(12)}", **fields}
        self.sql.execute("INSERT INTO things (id, kind, body) VALUES (?, ?, ?)", (thing["id"], kind, json.dumps(thing)))
        return thing

    def save(self, thing: Thing) -> Thing:
        """Keep an object as it is now; return it."""
        self.sql.execute("UPDATE things SET body = ? WHERE id = ?", (json.dumps(thing), thing["id"]))
        return thing

    def get(self, kind: str, thing_id: str) -> Thing | None:
        """Return an object of a kind, if there is one with that id."""
        row = self.sql.execute("SELECT body FROM things WHERE id = ? AND kind = ?", (thing_id, kind)).fetchone()
        return None if row is None else json.loads(row[0])

    def any(self, thing_id: str) -> Thing | None:
        """Return the object with that id, of whatever kind."""
        row = self.sql.execute("SELECT body FROM things WHERE id = ?", (thing_id,)).fetchone()
        return None if row is None else json.loads(row[0])

    def all(self, kind: str, **equal: str) -> list[Thing]:
        """Return the objects of a kind whose fields have these values, newest first."""
        where = "".join(f" AND json_extract(body, '$.{name}') = ?" for name in equal if name.replace("_", "").isalnum())
        found = self.sql.execute(f"SELECT body FROM things WHERE kind = ?{where} ORDER BY number DESC", (kind, *equal.values()))
        return [json.loads(row[0]) for row in found]

    def answer(self, key: str) -> tuple[str, int, str] | None:
        """Return what was asked and answered under an idempotency key, if anything was."""
        found = self.sql.execute("SELECT asked, status, body FROM answers WHERE key = ?", (key,)).fetchone()
        return None if found is None else (found[0], found[1], found[2])

    def keep_answer(self, key: str, asked: str, status: int, body: str) -> None:
        """Keep an answer under its idempotency key."""
        self.sql.execute("INSERT INTO answers (key, asked, status, body) VALUES (?, ?, ?, ?)", (key, asked, status, body))

    def plan(self, kind: str, subject: str, *, due: float, url: str = "") -> None:
        """Plan a job for a moment."""
        self.sql.execute("INSERT INTO jobs (due, kind, subject, url, tries) VALUES (?, ?, ?, ?, 0)", (due, kind, subject, url))

    def knob(self, name: str, default: Any = None) -> Any:  # noqa: ANN401
        """Return how a knob is set."""
        row = self.sql.execute("SELECT value FROM knobs WHERE name = ?", (name,)).fetchone()
        return default if row is None else json.loads(row[0])

    def turn(self, name: str, value: Any) -> None:  # noqa: ANN401
        """Set a knob."""
        self.sql.execute("INSERT OR REPLACE INTO knobs (name, value) VALUES (?, ?)", (name, json.dumps(value)))
