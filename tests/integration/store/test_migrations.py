"""Every migration goes up and down with a landlord's data in the house, and loses nothing it did not add."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, func, inspect, select, table

from rent import runtime
from rent.store import migrate, postings
from rent.usecases.demo.load_demo import load_demo

HOMES = 20
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
REVISIONS = [revision.revision for revision in ScriptDirectory(str(migrate.MIGRATIONS)).walk_revisions()]


@pytest.fixture
def landlord(engine: Engine) -> Engine:
    """Return the database of a small landlord."""
    _load(engine)
    return engine


def test_revisions_are_numbered_in_order_without_a_fork():
    assert sorted(REVISIONS) == [f"{number:04}" for number in range(1, len(REVISIONS) + 1)]


def test_each_migration_goes_down_and_up_again_without_losing_a_row(landlord: Engine, database_url: str):
    for before, revision in zip(REVISIONS[1:], REVISIONS, strict=False):
        rows = _rows(landlord)

        migrate.downgrade(database_url, before)
        kept = _rows(landlord)
        assert kept == {name: rows[name] for name in kept}, f"going back from {revision} lost rows"

        migrate.upgrade(database_url, revision)
        assert {name: count for name, count in _rows(landlord).items() if name in kept} == kept, f"{revision} lost rows"
        migrate.downgrade(database_url, before)


def test_a_house_taken_down_to_the_ground_stands_up_again(landlord: Engine, database_url: str):
    migrate.downgrade(database_url, "base")
    assert set(inspect(landlord).get_table_names()) <= {"alembic_version"}

    migrate.upgrade(database_url)
    _load(landlord)

    with landlord.connect() as session:
        assert migrate.is_current(session)
        assert postings.differences(session) == {}


def _load(engine: Engine) -> None:
    with engine.connect().execution_options(writes=True) as session, session.begin():
        load_demo(session, homes=HOMES, seed=1, now=NOW, today=TODAY, say=lambda *_: None)


def _rows(engine: Engine) -> dict[str, int]:
    engine.dispose()
    with runtime.engine_for(engine.url.render_as_string(hide_password=False)).connect() as session:
        names = [name for name in inspect(session).get_table_names() if name != "alembic_version"]
        return {name: session.execute(select(func.count()).select_from(table(name))).scalar_one() for name in names}
