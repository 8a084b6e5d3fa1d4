"""A demo landlord, loaded once on each kind of database for all the tests that only look at it."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Connection, Engine, create_engine, make_url, text

from rent import runtime
from rent.usecases.demo.load_demo import load_demo

NOW, TODAY = datetime(2026, 11, 22, 20, tzinfo=UTC), date(2026, 11, 22)
HOMES = 400


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def demo_engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Return the engine of a database with a demo landlord in it."""
    if request.param == "sqlite":
        path = tmp_path_factory.mktemp("demo") / "evenkeel.db"
        path.write_bytes(request.getfixturevalue("sqlite_template").read_bytes())
        yield from _loaded(f"sqlite:///{path}")
        return
    from tests.conftest import POSTGRESQL  # noqa: PLC0415 (read when the server is wanted)

    name, template = f"evenkeel_demo_{uuid.uuid4().hex[:12]}", request.getfixturevalue("postgresql_template")
    admin = create_engine(POSTGRESQL, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'))
    yield from _loaded(make_url(POSTGRESQL).set(database=name).render_as_string(hide_password=False))
    with admin.connect() as connection:
        connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))
    admin.dispose()


@pytest.fixture
def demo(demo_engine: Engine) -> Iterator[Connection]:
    """Return a transaction on the demo that is undone when the test ends."""
    with demo_engine.connect().execution_options(writes=True) as session, session.begin() as work:
        yield session
        work.rollback()


def _loaded(url: str) -> Iterator[Engine]:
    engine = runtime.engine_for(url)
    with engine.connect().execution_options(writes=True) as session, session.begin():
        load_demo(session, homes=HOMES, seed=7, now=NOW, today=TODAY)
    yield engine
    engine.dispose()
