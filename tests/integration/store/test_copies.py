"""A copy is made while the house works, comes back whole, and is never taken at its word about what was sent."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from benchmarks import landlord
from rent import runtime
from rent.domain.account import AccountId
from rent.domain.message import Author, Delivery, MessageClass
from rent.domain.tenancy import Channel
from rent.store import copies, outbox, postings
from rent.store.tables import messages
from tests import builders

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def house(engine: Engine) -> Engine:
    """Return the database of a landlord with a payment on the ledger and a text that waits."""
    if engine.dialect.name == "postgresql" and not shutil.which("pg_dump"):
        pytest.skip("PostgreSQL's own tools are not on this machine")
    with engine.connect().execution_options(writes=True) as session, session.begin():
        landlord.build(session, 3)
        postings.add(session, builders.a_payment_in("£20", on=date(2026, 11, 23), account_id=AccountId(1)), recorded_at=NOW)
        _a_text(session)
    return engine


def test_a_copy_comes_back_with_every_row_and_doubts_what_waited(house: Engine, database_url: str, tmp_path: Path):
    copy = tmp_path / "copies" / "house.copy"

    copies.make(house, copy)
    with house.connect().execution_options(writes=True) as session, session.begin():
        postings.add(session, builders.a_payment_in("£5", on=date(2026, 11, 23), account_id=AccountId(2)), recorded_at=NOW)
    house.dispose()
    said = _evenkeel(database_url, "restore", str(copy), "--replace")

    assert "1 messages will be looked up" in said
    with runtime.engine_for(database_url).connect() as session:
        assert session.execute(select(messages.outbox.c.delivery)).scalars().all() == [Delivery.UNKNOWN]
        assert postings.differences(session) == {}
        assert postings.balance_before(session, AccountId(2), date(2026, 12, 1)).pence == 0


def test_a_copy_never_writes_over_another(house: Engine, tmp_path: Path):
    (tmp_path / "kept").write_text("the only one")

    with pytest.raises(copies.UnableToCopy, match="is there already"):
        copies.make(house, tmp_path / "kept")

    assert (tmp_path / "kept").read_text() == "the only one"


def test_a_damaged_copy_changes_nothing(sqlite_template: Path, tmp_path: Path):
    damaged, mine = tmp_path / "damaged", tmp_path / "mine.db"
    damaged.write_bytes(b"not a database at all" * 100)
    shutil.copyfile(sqlite_template, mine)
    before = mine.read_bytes()

    with pytest.raises(copies.UnableToCopy, match="damaged"):
        copies.bring_back(f"sqlite:///{mine}", damaged, replace=True)

    assert mine.read_bytes() == before


def test_a_house_in_use_is_replaced_only_when_told_to(sqlite_template: Path, tmp_path: Path):
    mine = tmp_path / "mine.db"
    shutil.copyfile(sqlite_template, mine)

    with pytest.raises(copies.UnableToCopy, match="--replace"):
        copies.bring_back(f"sqlite:///{mine}", sqlite_template, replace=False)


def _a_text(session) -> None:
    outbox.put(
        session,
        command_id="hello",
        channel=Channel.SMS,
        to_address="+447700900101",
        person_id=None,
        tenancy_id=None,
        author=Author.SYSTEM,
        message_class=MessageClass.NEUTRAL,
        template="hello",
        language="en",
        body="Hello",
        wanted_at=NOW,
    )


def _evenkeel(address: str, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "rent.cli", *words], env=os.environ | {"DATABASE_URL": address}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
