"""Both doors on a port of their own, in front of a database that is kept for all tests."""

from __future__ import annotations

import os
import re
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count

import httpx
import pytest
from sqlalchemy import Connection, Engine, create_engine, text

from rent import runtime
from tests.builders import save_landlord
from tests.conftest import POSTGRESQL
from tests.integration.identity.people import SECRET
from tests.integration.web.running import free_port, running

_number = count(1)


@dataclass(frozen=True)
class House:
    """Two doors and the database behind them."""

    engine: Engine
    portal: str
    console: str

    @contextmanager
    def at_work(self) -> Iterator[Connection]:
        """Open a transaction that is kept."""
        with self.engine.connect().execution_options(writes=True) as session, session.begin():
            yield session


class Browser(httpx.Client):
    """A browser at an address of its own, which sends the origin with each form as browsers do."""

    def __init__(self, origin: str) -> None:
        super().__init__(base_url=origin, headers={"x-forwarded-for": f"198.51.100.{next(_number)}"})
        self.origin = origin

    def fill_in(self, path: str, *, origin: str | None = None, **typed: str) -> httpx.Response:
        """Open a page and send its form."""
        token = re.search(r'name="form_token" value="(\w+)"', self.get(path).text)
        fields = {name.replace("_", "-") if name.startswith("born") else name: value for name, value in typed.items()}
        return self.post(path, data={"form_token": token[1] if token else "", **fields}, headers={"origin": origin or self.origin})


@pytest.fixture(scope="session", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def house(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Return a house with a landlord and both doors open, once on each kind of database."""
    with _database(request, tmp_path_factory) as url:
        with runtime.engine_for(url).connect().execution_options(writes=True) as session, session.begin():
            save_landlord(session)
        portal, console = (f"http://127.0.0.1:{free_port()}" for _ in range(2))
        surroundings = {
            **os.environ,
            "DATABASE_URL": url,
            "EVENKEEL_SECRET": SECRET,
            "PORTAL_ORIGIN": portal,
            "CONSOLE_ORIGIN": console,
            "TRUSTED_HOPS": "1",
        }
        with (
            running(_command("portal", portal), surroundings, portal, until="/sign-in"),
            running(_command("console", console), surroundings, console, until="/sign-in"),
        ):
            yield House(runtime.engine_for(url), portal, console)
        runtime.engine_for(url).dispose()


@pytest.fixture
def browser(house: House) -> Iterator[Callable[[], Browser]]:
    """Return a way to open browsers at the portal."""
    opened: list[Browser] = []

    def open_one(origin: str = house.portal) -> Browser:
        opened.append(Browser(origin))
        return opened[-1]

    yield open_one
    for one in opened:
        one.close()


@contextmanager
def _database(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if request.param == "sqlite":
        path = tmp_path_factory.mktemp("house") / "evenkeel.db"
        path.write_bytes(request.getfixturevalue("sqlite_template").read_bytes())
        yield f"sqlite:///{path}"
        return
    name = f"evenkeel_house_{uuid.uuid4().hex[:12]}"
    template = request.getfixturevalue("postgresql_template")
    admin = create_engine(POSTGRESQL, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'))
    yield POSTGRESQL.rsplit("/", 1)[0] + f"/{name}"
    with admin.connect() as connection:
        connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))
    admin.dispose()


def _command(door: str, origin: str) -> list[str]:
    port = origin.rpartition(":")[2]
    where = ["--interface", "asgi", "--host", "127.0.0.1", "--port", port, "--no-ws", "--log-level", "warning"]
    return [sys.executable, "-m", "granian", *where, "--factory", f"tests.integration.identity.doors:{door}"]
