"""What every test may ask for: a migrated database of its own, on SQLite and on PostgreSQL where there is one."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings
from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.exc import OperationalError

from rent import runtime
from rent.store import migrate

POSTGRESQL = os.environ.get("TEST_POSTGRESQL_URL", "postgresql+psycopg://postgres@127.0.0.1:5432/postgres")

# A law is about the answer, not about how busy the machine is.
hypothesis_settings.register_profile("house", deadline=None, max_examples=60)
hypothesis_settings.load_profile("house")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a migrated, empty database file to copy."""
    path = tmp_path_factory.mktemp("template") / "evenkeel.db"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgresql_template(worker_id: str) -> Iterator[str]:
    """Return the name of a migrated PostgreSQL database to copy, or skip with a plain word."""
    admin = create_engine(POSTGRESQL, isolation_level="AUTOCOMMIT")
    name = f"evenkeel_template_{worker_id}_{uuid.uuid4().hex[:8]}"
    try:
        with admin.connect() as connection:
            connection.execute(text(f'CREATE DATABASE "{name}"'))
    except OperationalError:
        pytest.skip("no PostgreSQL server can be reached, so this was tested on SQLite only")
    _migrate(_address(name))
    yield name
    with admin.connect() as connection:
        connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))
    admin.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Return the address of a migrated, empty database, once on each kind."""
    if request.param == "sqlite":
        path = tmp_path / "evenkeel.db"
        path.write_bytes(request.getfixturevalue("sqlite_template").read_bytes())
        url = f"sqlite:///{path}"
        yield url
        runtime.engine_for(url).dispose()
        return
    name = f"evenkeel_test_{uuid.uuid4().hex[:12]}"
    admin = create_engine(POSTGRESQL, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}" TEMPLATE "{request.getfixturevalue("postgresql_template")}"'))
    yield _address(name)
    runtime.engine_for(_address(name)).dispose()
    with admin.connect() as connection:
        connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))
    admin.dispose()


@pytest.fixture
def engine(database_url: str) -> Engine:
    """Return the house's own engine on that database."""
    return runtime.engine_for(database_url)


@pytest.fixture
def session(engine: Engine) -> Iterator[Connection]:
    """Return an open transaction that is undone when the test ends."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin() as work:
        yield connection
        work.rollback()


def _migrate(url: str) -> None:
    migrate.upgrade(url)
    # A pooled connection would keep PostgreSQL from copying the template, and SQLite from folding in its log.
    runtime.engine_for(url).dispose()


def _address(name: str) -> str:
    return POSTGRESQL.rsplit("/", 1)[0] + f"/{name}"
