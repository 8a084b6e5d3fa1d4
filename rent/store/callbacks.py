"""Callbacks about texts we do not know, kept for whoever asks."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from rent.store.dialect import insert_if_new
from rent.store.tables.records import external_events

SOURCE: Final = "texts"


def keep_unknown(session: Connection, *, provider_id: str, status: str, error_code: int | None, now: datetime) -> None:
    """Keep a callback about a message we never sent, once. Nothing waits on it, so it counts as handled."""
    row = {
        "source": SOURCE,
        "external_id": f"{provider_id}:{status}",
        "kind": status,
        "payload": {"provider_id": provider_id, "error_code": error_code},
        "received_at": now,
        "handled_at": now,
        "attempts": 0,
    }
    insert_if_new(session, external_events, row, unique=("source", "external_id"))
