"""The whole house, or one door of it, as real processes on free ports with a database of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from rent import runtime
from rent.commands.serve import how_to_serve
from rent.domain.identity import SessionKind
from rent.store import migrate, sessions
from tests.integration.web.running import REPOSITORY, free_port, running
from tests.journeys.street import Neighbour, Street, settle
from web.building import build_if_changed

PARTS = ("standins", "webhooks", "portal", "officer_console")
DOORS = ("portal", "officer_console")
SECRETS = {
    "EVENKEEL_SECRET": "a-secret-for-the-journeys-and-nothing-else",
    "STRIPE_WEBHOOK_SECRET": "whsec_for_the_journeys",
    "TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
    "STANDIN_TWILIO_AUTH_TOKEN": "standin-token-for-the-journeys",
}


@dataclass(frozen=True)
class House:
    """Where everything is, and who lives there."""

    origins: dict[str, str]
    database_url: str
    street: Street

    @property
    def portal(self) -> str:
        """Return the tenants' door."""
        return self.origins["portal"]

    @property
    def phone(self) -> str:
        """Return the phone simulator's page."""
        return f"{self.origins['standins']}/phone"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Yield a look into the database."""
        with runtime.engine_for(self.database_url).connect() as session, session.begin():
            yield session

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Yield a transaction that is kept."""
        with runtime.engine_for(self.database_url).connect().execution_options(writes=True) as session, session.begin():
            yield session

    def session_of(self, who: Neighbour) -> str:
        """Sign a neighbour in behind the door; return the secret for their cookie."""
        with self.writing() as session:
            return sessions.start(session, SessionKind.TENANT, now=runtime.now(), person_id=who.person, tenancy_id=who.tenancy)


@contextmanager
def standing(folder: Path, *, parts: tuple[str, ...] = PARTS, with_worker: bool = True) -> Iterator[House]:
    """Yield a house with these parts running, its files and its database in a folder."""
    url = f"sqlite:///{folder / 'evenkeel.db'}"
    migrate.upgrade(url)
    origins = {part: f"http://127.0.0.1:{free_port()}" for part in PARTS}
    with runtime.engine_for(url).connect().execution_options(writes=True) as session, session.begin():
        street = settle(session, runtime.today())
    surroundings = _surroundings(folder, url, origins)
    with ExitStack() as stack:
        for part in parts:
            _build(part)
            _start(stack, part, origins[part], surroundings)
        if with_worker:
            stack.enter_context(_worker(surroundings))
        yield House(origins, url, street)
    runtime.engine_for(url).dispose()


def _surroundings(folder: Path, url: str, origins: dict[str, str]) -> dict[str, str]:
    addresses = {
        "PORTAL_ORIGIN": origins["portal"],
        "CONSOLE_ORIGIN": origins["officer_console"],
        "WEBHOOK_ORIGIN": origins["webhooks"],
        "STANDIN_ORIGIN": origins["standins"],
    }
    files = {"STANDIN_PAYMENTS_FILE": str(folder / "payments.db"), "STANDIN_TEXTS_FILE": str(folder / "texts.db")}
    return {**os.environ, **SECRETS, **addresses, **files, "DATABASE_URL": url, "METRICS_PORT": "0"}


def _build(part: str) -> None:
    if part in DOORS:
        build_if_changed(part)


def _start(stack: ExitStack, part: str, origin: str, surroundings: dict[str, str]) -> None:
    port = int(origin.rsplit(":", 1)[1])
    command, own = how_to_serve(part, origin, port)
    stack.enter_context(running(command, {**own, **surroundings}, origin, until="/healthz"))


@contextmanager
def _worker(surroundings: dict[str, str]) -> Iterator[None]:
    process = subprocess.Popen([sys.executable, "-m", "jobs.worker"], env=surroundings, cwd=REPOSITORY)
    try:
        yield
    finally:
        process.terminate()
        process.wait(10)
