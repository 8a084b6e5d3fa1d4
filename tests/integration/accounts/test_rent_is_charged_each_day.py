"""The job that charges rent: on its day, for the days it missed, and only where the ledger is ours."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, Engine, func, select, update

from benchmarks import landlord
from rent import runtime
from rent.store import work
from rent.store.tables.accounts import postings, rent_accounts
from rent.store.tables.homes import landlord as landlords

TENANCIES = 3
ASK = "from jobs import charge_rent; print(charge_rent.run())"


@pytest.fixture
def house(engine: Engine) -> Engine:
    """Return a demo landlord's database with three homes."""
    with engine.connect().execution_options(writes=True) as session, session.begin():
        landlord.build(session, TENANCIES)
    return engine


def test_the_mondays_it_missed_are_charged_once_each(house: Engine):
    today = runtime.today()
    last_done = today - timedelta(days=today.weekday() + 8)
    with house.connect().execution_options(writes=True) as session, session.begin():
        work.finish(session, "charge_rent", last_done, began_at=runtime.now(), now=runtime.now(), counts={})

    first, second = _run(house), _run(house)

    assert (first, second) == (2 * TENANCIES, 0)
    with house.connect() as session:
        assert _charged_days(session) == [today - timedelta(days=today.weekday() + 7), today - timedelta(days=today.weekday())]
        assert session.execute(select(func.min(rent_accounts.c.balance_pence))).scalar_one() == 2 * landlord.RENT_PENCE


def test_a_ledger_fed_by_a_housing_system_is_left_alone(house: Engine):
    with house.connect().execution_options(writes=True) as session, session.begin():
        session.execute(update(landlords).values(is_demo=0))

    charged = _run(house)

    assert charged == 0


def _run(house: Engine) -> int:
    environment = os.environ | {"DATABASE_URL": house.url.render_as_string(hide_password=False)}
    done = subprocess.run([sys.executable, "-c", ASK], env=environment, capture_output=True, text=True, check=True)
    return int(done.stdout)


def _charged_days(session: Connection) -> list[date]:
    return list(session.execute(select(postings.c.value_date).distinct().order_by(postings.c.value_date)).scalars())
