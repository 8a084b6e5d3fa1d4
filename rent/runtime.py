"""Which outside world, which moment, which transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url

from rent.domain.keyed_hash import KeyedHash
from rent.gateways.stripe_payments.client import StripePayments
from rent.ports import CardPayments
from rent.settings import settings
from rent.words import LONDON

BUSY_MS: Final = 10_000
STANDIN_KEY: Final = "sk_test_standin"


def now() -> datetime:
    """Return this moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Return the civil day it is in London."""
    return now().astimezone(LONDON).date()


def keyed_hash() -> KeyedHash:
    """
    Return the hashes under this house's secret.

    :raises RuntimeError: if it has none
    """
    secret = settings().evenkeel_secret.get_secret_value()
    if not secret:
        raise RuntimeError("set EVENKEEL_SECRET in the environment to a long random word")
    return KeyedHash(secret.encode())


@contextmanager
def transaction() -> Iterator[Connection]:
    """Open a transaction that may write; commit it at the end, or undo it if anything is raised."""
    with engine().connect().execution_options(writes=True) as session, session.begin():
        yield session


@contextmanager
def reading() -> Iterator[Connection]:
    """Open a transaction that only reads, and so never waits for a writer."""
    with engine().connect() as session, session.begin():
        yield session


def card_payments() -> CardPayments:
    """Return who takes card payments for us: Stripe, or its stand-in where there is no key."""
    here = settings()
    return card_payments_at(
        here.stripe_api_key.get_secret_value() or STANDIN_KEY,
        here.stripe_webhook_secret.get_secret_value(),
        here.standin_origin if here.uses_standin_payments else None,
    )


@lru_cache
def card_payments_at(api_key: str, webhook_secret: str, address: str | None) -> CardPayments:
    """Return the client of Stripe, or of whoever speaks for it at an address."""
    return StripePayments(api_key, webhook_secret=webhook_secret, address=address)


def engine() -> Engine:
    """Return this process's pool of connections."""
    return engine_for(settings().database_url.get_secret_value())


@lru_cache
def engine_for(address: str) -> Engine:
    """Return the pool of connections to a database, set up the way the house needs."""
    url = make_url(address)
    return (
        _sqlite(url)
        if url.get_backend_name() == "sqlite"
        else create_engine(url, pool_size=10, max_overflow=10, pool_pre_ping=True, hide_parameters=True)
    )


def _sqlite(url: URL) -> Engine:
    if url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    made = create_engine(url, pool_size=10, max_overflow=20, hide_parameters=True)
    event.listen(made, "connect", _prepare)
    event.listen(made, "begin", _begin)
    return made


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:  # noqa: ANN401 (the pool's own)
    # The driver would begin transactions by itself, and only half of them.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", f"busy_timeout={BUSY_MS}"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A reader that turns writer half-way fails at once; asking first makes it wait its turn.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
