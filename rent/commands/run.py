"""Run the whole product on one machine: every part a process, watched and started again."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from rent import runtime
from rent.commands import demo_data, demo_secrets
from rent.commands.serve import PARTS, origin_of
from rent.settings import settings
from rent.store import migrate

LOGS: Final = Path("var/log")
HOMES: Final = 2000
READY_WITHIN: Final = 30.0
RESTARTS_MAX: Final = 5


@dataclass
class Part:
    """One process of the house."""

    name: str
    command: list[str]
    health: Request | None
    process: subprocess.Popen[bytes] | None = None
    restarts: int = 0
    log: IO[bytes] | None = field(default=None, repr=False)

    def start(self) -> None:
        """Start the process, its words going to its own log."""
        LOGS.mkdir(parents=True, exist_ok=True)
        self.log = (LOGS / f"{self.name}.log").open("ab")
        self.process = subprocess.Popen(self.command, stdout=self.log, stderr=self.log, start_new_session=True)  # noqa: S603 (our own parts)

    def has_ended(self) -> bool:
        """Return whether the process is no longer there."""
        return self.process is not None and self.process.poll() is not None

    def stop(self) -> None:
        """Ask the process and its children to end, and make sure."""
        if self.process is None or self.has_ended():
            return
        os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the size of the demo landlord."""
    parser.add_argument("--homes", type=int, default=HOMES, help="homes of the demo landlord, when there is none yet")


def run(arguments: argparse.Namespace) -> int:
    """Prepare, start every part, say where they are, and watch until told to stop."""
    demo_secrets.provide()
    if taken := [name for name in _parts() if _is_taken(_port(name))]:
        _say("\n".join(f"Something listens on port {_port(name)} already, where {name} would. Stop it first." for name in taken))
        return 1
    _say("Bringing the database up to date")
    migrate.upgrade(settings().database_url.get_secret_value())
    if not settings().is_production:
        demo_data.load_if_empty(homes=arguments.homes)
    parts = [_part(name) for name in _parts()] + [Part("worker", [sys.executable, "-m", "jobs.worker"], None)]
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        for part in parts:
            part.start()
        if not all(map(_is_ready, parts)):
            return 1
        _announce()
        return _watch(parts)
    except KeyboardInterrupt:
        _say("\nStopping")
        return 0
    finally:
        for part in parts:
            part.stop()


def _parts() -> list[str]:
    uses_standins = settings().uses_standin_payments or settings().uses_standin_texts
    return [name for name in PARTS if name != "standins" or uses_standins]


def _part(name: str) -> Part:
    origin, port = origin_of(name, settings()), _port(name)
    # Asked here, but by the name people use: a door answers to no other.
    health = Request(f"http://127.0.0.1:{port}/healthz", headers={"Host": urlsplit(origin).netloc})
    return Part(name, [sys.executable, "-m", "rent.cli", "serve", name], health)


def _port(name: str) -> int:
    return urlsplit(origin_of(name, settings())).port or 80


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _is_ready(part: Part) -> bool:
    deadline = time.monotonic() + READY_WITHIN
    while part.health and not _answers(part.health):
        if part.has_ended() or time.monotonic() > deadline:
            _say(f"{part.name} did not start; {LOGS / f'{part.name}.log'} says why")
            return False
        time.sleep(0.1)
    return True


def _answers(address: Request) -> bool:
    try:
        with urlopen(address, timeout=2) as answer:  # noqa: S310 (our own address)
            return bool(answer.status == 200)  # noqa: PLR2004
    except (URLError, OSError):
        return False


def _watch(parts: list[Part]) -> int:
    while True:
        time.sleep(0.5)
        for part in filter(Part.has_ended, parts):
            part.restarts += 1
            if part.restarts > RESTARTS_MAX:
                _say(f"{part.name} keeps ending; {LOGS / f'{part.name}.log'} says why")
                return 1
            _say(f"{part.name} ended and is started again")
            part.start()


def _announce() -> None:
    house = settings()
    _say(f"\nTenants     {house.portal_origin}\nOfficers    {house.console_origin}")
    if "standins" in _parts():
        _say(f"A phone     {house.standin_origin}/phone")
    if not house.is_production:
        with runtime.reading() as session:
            _say(demo_data.describe_sign_ins(session))
    _say(f"\nLogs are in {LOGS}. Press Ctrl+C to stop.")


def _interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()
