"""Servers under attack: the small guarded door, and both real doors with their built pages."""

import fcntl
import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.integration.web.running import REPOSITORY, free_port, running
from web.serving import build_command, command, environment, is_built

REDIS = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/15")


@pytest.fixture(scope="session", params=["memory", pytest.param("redis", marks=pytest.mark.redis)])
def guarded_door(request: pytest.FixtureRequest) -> Iterator[str]:
    """Return the origin of the small door, which has no built pages, with its state kept in either way."""
    port = free_port()
    origin = f"http://127.0.0.1:{port}"
    start = [part.replace("guarded_door.app:app", "tests.integration.web.guarded_door:app") for part in command("guarded_door", port)]
    surroundings = {**environment("portal", origins=(origin,)), "__REFLEX_MOUNT_FRONTEND_COMPILED_APP": "false"}
    surroundings.pop("REDIS_URL", None)
    if request.param == "redis":
        surroundings["REDIS_URL"] = REDIS
    with running(start, surroundings, origin) as address:
        yield address


@pytest.fixture(scope="session")
def portal() -> Iterator[str]:
    """Return the origin of the portal."""
    yield from _door("portal")


@pytest.fixture(scope="session")
def officer_console() -> Iterator[str]:
    """Return the origin of the officer console."""
    yield from _door("officer_console")


def _door(door: str) -> Iterator[str]:
    with _one_at_a_time(door):
        if not is_built(door):
            build, surroundings = build_command(door)
            subprocess.run(build, env=surroundings, cwd=REPOSITORY, check=True)
    port = free_port()
    origin = f"http://127.0.0.1:{port}"
    with running(command(door, port), environment(door, origins=(origin,)), origin) as address:
        yield address


@contextmanager
def _one_at_a_time(door: str) -> Iterator[None]:
    # Test processes that run side by side share one build.
    with (Path(tempfile.gettempdir()) / f"evenkeel-build-{door}").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
