"""The house to be killed, on each database, for all the seeds of a module."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import cache

import pytest
from sqlalchemy import create_engine, text

from tests.conftest import POSTGRESQL
from tests.integration.killing.house import House
from tests.integration.killing.importing import new_database
from tests.integration.killing.killer import Zygote


@pytest.fixture(scope="module")
def houses(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], House]]:
    """Return what gives the house on ``sqlite`` or on ``postgresql``, started when it is first asked for."""
    with ExitStack() as opened:

        @cache
        def house(kind: str) -> House:
            folder, template = tmp_path_factory.mktemp("house"), request.getfixturevalue(f"{kind}_template")
            database = new_database(template, folder) if kind == "sqlite" else opened.enter_context(_copy_of(template))
            return opened.enter_context(closing(House(database, folder)))

        yield house


@contextmanager
def _copy_of(template: str) -> Iterator[str]:
    name, admin = f"evenkeel_test_{uuid.uuid4().hex[:12]}", create_engine(POSTGRESQL, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'))
    yield POSTGRESQL.rsplit("/", 1)[0] + f"/{name}"
    with admin.connect() as connection:
        connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))
    admin.dispose()


@pytest.fixture(scope="module")
def zygote(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Zygote]:
    """Return a zygote alone, for work that asks nobody outside; each order names its own database."""
    with (tmp_path_factory.mktemp("zygote") / "log").open("w") as log, closing(Zygote({}, log)) as made:
        yield made
