"""What the stand-in remembers, in a file of its own, so that it is still there after a crash."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS messages (
    number INTEGER PRIMARY KEY, sid TEXT UNIQUE NOT NULL, direction TEXT NOT NULL, recipient TEXT NOT NULL, sender TEXT NOT NULL,
    body TEXT NOT NULL, status TEXT NOT NULL, error_code INTEGER, segments INTEGER NOT NULL, created_at REAL NOT NULL,
    sent_at REAL, callback TEXT NOT NULL, to_come TEXT NOT NULL, next_at REAL);
CREATE INDEX IF NOT EXISTS messages_next ON messages (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS messages_recipient ON messages (recipient, number);
CREATE INDEX IF NOT EXISTS messages_sender ON messages (sender, number);
CREATE TABLE IF NOT EXISTS calls (
    number INTEGER PRIMARY KEY, sid TEXT NOT NULL, url TEXT NOT NULL, form TEXT NOT NULL, due_at REAL NOT NULL,
    tries_left INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS opted_out (phone TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS faults (name TEXT PRIMARY KEY, times INTEGER NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Message:
    """A message as the carrier has it. Times are seconds since 1970; ``to_come`` are the statuses still ahead."""

    number: int
    sid: str
    direction: str
    recipient: str
    sender: str
    body: str
    status: str
    error_code: int | None
    segments: int
    created_at: float
    sent_at: float | None
    callback: str
    to_come: tuple[str, ...]
    next_at: float | None


@dataclass(frozen=True, slots=True)
class Call:
    """A webhook still to be made."""

    number: int
    sid: str
    url: str
    form: Mapping[str, str]
    tries_left: int


class State:
    """The file, and everything that is done to it. Each method is one transaction, or part of ``together``."""

    def __init__(self, file: str) -> None:
        """Open or create a file."""
        self._file = file
        Path(file).parent.mkdir(parents=True, exist_ok=True)
        with self.together() as now:
            now.executescript(_SCHEMA)

    @contextmanager
    def together(self) -> Iterator[sqlite3.Connection]:
        """Open a transaction; commit it at the end, or undo it if anything is raised."""
        connection = sqlite3.connect(self._file, timeout=10)
        try:
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA journal_mode=WAL")
            with connection:
                yield connection
        finally:
            connection.close()

    def add(self, now: sqlite3.Connection, **values: Any) -> None:  # noqa: ANN401 (a row)
        """Keep a new message."""
        row = values | {"to_come": json.dumps(values["to_come"])}
        names = (
            "sid", "direction", "recipient", "sender", "body", "status", "error_code", "segments", "created_at", "callback", "to_come",
            "next_at",
        )  # fmt: skip
        marks = ", ".join(f":{name}" for name in names)
        now.execute(f"INSERT INTO messages ({', '.join(names)}) VALUES ({marks})", row)

    def get(self, sid: str) -> Message | None:
        """Return a message by its SID."""
        with self.together() as now:
            row = now.execute("SELECT * FROM messages WHERE sid = ?", (sid,)).fetchone()
        return None if row is None else _message(row)

    def listed(self, *, to: str, sender: str, before: int, limit: int) -> list[Message]:
        """Return messages to and from numbers (either may be empty for any), newest first, from before a row on."""
        with self.together() as now:
            rows = now.execute(
                "SELECT * FROM messages WHERE (:to = '' OR recipient = :to) AND (:sender = '' OR sender = :sender) AND number < :before"
                " ORDER BY number DESC LIMIT :limit",
                {"to": to, "sender": sender, "before": before, "limit": limit},
            ).fetchall()
        return [_message(row) for row in rows]

    def thread(self, phone: str, limit: int = 100) -> list[Message]:
        """Return the latest messages to and from a phone, oldest first."""
        with self.together() as now:
            both = "SELECT * FROM messages WHERE recipient = :phone OR sender = :phone ORDER BY number DESC LIMIT :limit"
            rows = now.execute(both, {"phone": phone, "limit": limit}).fetchall()
        return [_message(row) for row in reversed(rows)]

    def phones(self) -> list[str]:
        """Return every phone that has a thread, the latest first."""
        one = (
            "SELECT CASE direction WHEN 'inbound' THEN sender ELSE recipient END AS phone, MAX(number) FROM messages"
            " GROUP BY phone ORDER BY 2 DESC LIMIT 50"
        )
        with self.together() as now:
            return [row["phone"] for row in now.execute(one)]

    def due(self, now: sqlite3.Connection, at: float) -> list[Message]:
        """Return the messages whose next status is due."""
        return [_message(row) for row in now.execute("SELECT * FROM messages WHERE next_at <= ? ORDER BY next_at, number LIMIT 200", (at,))]

    def advance(
        self, now: sqlite3.Connection, sid: str, *, status: str, to_come: tuple[str, ...], next_at: float | None, at: float
    ) -> None:
        """Give a message its next status."""
        now.execute(
            "UPDATE messages SET status = ?, to_come = ?, next_at = ?, sent_at = COALESCE(sent_at, ?) WHERE sid = ?",
            (status, json.dumps(to_come), next_at, at, sid),
        )

    def call(self, now: sqlite3.Connection, *, sid: str, url: str, form: Mapping[str, str], due_at: float, tries: int) -> None:
        """Plan a webhook."""
        row = (sid, url, json.dumps(dict(form)), due_at, tries)
        now.execute("INSERT INTO calls (sid, url, form, due_at, tries_left) VALUES (?, ?, ?, ?, ?)", row)

    def calls_due(self, at: float) -> list[Call]:
        """Return the webhooks whose time has come, in order."""
        with self.together() as now:
            rows = now.execute("SELECT * FROM calls WHERE due_at <= ? ORDER BY due_at, number LIMIT 200", (at,)).fetchall()
        return [Call(row["number"], row["sid"], row["url"], json.loads(row["form"]), row["tries_left"]) for row in rows]

    def called(self, call: Call, *, again_at: float | None) -> None:
        """Forget a webhook that was made or given up, or plan its next try."""
        with self.together() as now:
            if again_at is None:
                now.execute("DELETE FROM calls WHERE number = ?", (call.number,))
            else:
                now.execute("UPDATE calls SET due_at = ?, tries_left = tries_left - 1 WHERE number = ?", (again_at, call.number))

    def next_due(self) -> float | None:
        """Return when something is next to be done."""
        soonest = (
            "SELECT MIN(at) FROM (SELECT MIN(next_at) AS at FROM messages WHERE next_at IS NOT NULL"
            " UNION ALL SELECT MIN(due_at) FROM calls)"
        )
        with self.together() as now:
            at: float | None = now.execute(soonest).fetchone()[0]
        return at

    def set_opted_out(self, now: sqlite3.Connection, phone: str, *, opted_out: bool) -> None:
        """Block a phone, or unblock it."""
        change = "INSERT OR IGNORE INTO opted_out (phone) VALUES (?)" if opted_out else "DELETE FROM opted_out WHERE phone = ?"
        now.execute(change, (phone,))

    def is_opted_out(self, phone: str) -> bool:
        """Return whether a phone is blocked."""
        with self.together() as now:
            return now.execute("SELECT 1 FROM opted_out WHERE phone = ?", (phone,)).fetchone() is not None

    def plan_fault(self, name: str, times: int) -> None:
        """Make something go wrong the next so many times."""
        with self.together() as now:
            now.execute("INSERT OR REPLACE INTO faults (name, times) VALUES (?, ?)", (name, times))

    def take_fault(self, name: str) -> bool:
        """Return whether it is time for a fault, and count it."""
        with self.together() as now:
            return now.execute("UPDATE faults SET times = times - 1 WHERE name = ? AND times > 0", (name,)).rowcount == 1


def _message(row: sqlite3.Row) -> Message:
    return Message(**{**dict(row), "to_come": tuple(json.loads(row["to_come"]))})
