"""The house as it is killed: stand-ins that live on, webhooks that die and come back, and a zygote for the rest."""

from __future__ import annotations

import http.client
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import Connection

from rent import runtime
from tests.builders import save_landlord
from tests.integration.killing.killer import ROOT, Ended, Killer, Zygote, process_environment, seeded
from tests.integration.payments.house import free_port

ACCOUNT, TOKEN = "AC" + "0" * 32, "for tests only, the texts' token"
SECRET = "whsec_for_tests_only"


def wait_for(it: Callable[[], bool], what: str, seconds: float = 20) -> None:
    """Wait until something is so."""
    never, deadline = threading.Event(), time.monotonic() + seconds
    while not it():
        assert time.monotonic() < deadline, f"waited too long for {what}"
        never.wait(0.01)


@dataclass
class House:
    """Everything a scenario kills, and asks afterwards."""

    database: str
    folder: Path
    webhooks_port: int = field(default_factory=free_port)
    standins_port: int = field(default_factory=free_port)
    learned: dict[str, list[Ended]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Start what lives on."""
        here = self.environment()
        command = [sys.executable, "-m", "granian", "--interface", "asgi", "--port", str(self.standins_port), "--log-level", "error"]
        with self.transaction() as session:
            save_landlord(session)
        self._log = (self.folder / "log").open("w")
        self._standins = subprocess.Popen(
            [*command, "jobs.standins:app"], cwd=ROOT, env=process_environment(here), stdout=self._log, stderr=self._log
        )
        self.zygote = Zygote(here, self._log)
        self.ask = httpx.Client(base_url=here["STANDIN_ORIGIN"], timeout=20)
        self._webhooks = self._start_webhooks()
        wait_for(lambda: _answers(self.standins_port), "the stand-ins")

    @property
    def kind(self) -> str:
        """Return which kind of database this house is on."""
        return self.database.partition(":")[0].partition("+")[0]

    def environment(self) -> Mapping[str, str]:
        """Return what every process of this house is told."""
        return {
            "DATABASE_URL": self.database,
            "WEBHOOK_ORIGIN": f"http://127.0.0.1:{self.webhooks_port}",
            "STANDIN_ORIGIN": f"http://127.0.0.1:{self.standins_port}",
            "STANDIN_PAYMENTS_FILE": str(self.folder / "standin-payments.db"),
            "STANDIN_TEXTS_FILE": str(self.folder / "standin-texts.db"),
            "STRIPE_WEBHOOK_SECRET": SECRET,
            "STANDIN_TWILIO_AUTH_TOKEN": TOKEN,
            "TWILIO_ACCOUNT_SID": ACCOUNT,
            "EVENKEEL_SECRET": "for tests only, and long enough to be one",
            "STRIPE_API_KEY": "",
            "TWILIO_AUTH_TOKEN": "",
        }

    def killer(self, seed: int, *, learns: bool = False) -> Killer:
        """Return who kills, by a seed and by what the rehearsal taught; or who rehearses."""
        return Killer(self.zygote, seeded(seed), self.learned, learns)

    @contextmanager
    def transaction(self) -> Any:
        """Open a transaction of the test's own on the house's database."""
        with runtime.engine_for(self.database).connect().execution_options(writes=True) as session, session.begin():
            yield session

    def kill_webhooks(self) -> None:
        """End the webhooks wherever they are, and serve them anew on the same port."""
        assert self.zygote.kill(self._webhooks)
        self._webhooks = self._start_webhooks()

    def close(self) -> None:
        """End everything."""
        self.zygote.kill(self._webhooks)
        self.zygote.close()
        self.ask.close()
        self._standins.terminate()
        self._standins.wait(10)
        self._log.close()
        runtime.engine_for(self.database).dispose()

    def _start_webhooks(self) -> int:
        pid = self.zygote.start("tests.integration.killing.work:serve_webhooks", self.webhooks_port)
        wait_for(lambda: _answers(self.webhooks_port), "the webhooks")
        return pid


def _answers(port: int) -> bool:
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=1)
    try:
        asked.request("GET", "/healthz")
        return asked.getresponse().status == httpx.codes.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        asked.close()


def rows(session: Connection, query: Any) -> list[dict[str, Any]]:
    """Return what a query finds."""
    return [dict(row) for row in session.execute(query).mappings()]
