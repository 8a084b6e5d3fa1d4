"""Servers under attack: the small guarded door, and both real doors with their built pages."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from tests.integration.web.running import free_port, running
from web.building import build_if_changed
from web.serving import command, environment

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
        _skip_without_redis()
        surroundings["REDIS_URL"] = REDIS
    with running(start, surroundings, origin) as address:
        yield address


@pytest.fixture(scope="session")
def empty_house(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of a migrated database nobody lives in yet."""
    return f"sqlite:///{shutil.copy(sqlite_template, tmp_path_factory.mktemp('empty') / 'evenkeel.db')}"


@pytest.fixture(scope="session")
def portal(empty_house: str) -> Iterator[str]:
    """Return the origin of the portal."""
    yield from _door("portal", empty_house)


@pytest.fixture(scope="session")
def officer_console(empty_house: str) -> Iterator[str]:
    """Return the origin of the officer console."""
    yield from _door("officer_console", empty_house)


def _door(door: str, database_url: str) -> Iterator[str]:
    build_if_changed(door)
    port = free_port()
    origin = f"http://127.0.0.1:{port}"
    surroundings = {**environment(door, origins=(origin,)), "DATABASE_URL": database_url}
    with running(command(door, port), surroundings, origin) as address:
        yield address


def _skip_without_redis() -> None:
    try:
        redis.Redis.from_url(REDIS).ping()
    except redis.ConnectionError:
        pytest.skip("no Redis server can be reached, so this was tested in memory only")
