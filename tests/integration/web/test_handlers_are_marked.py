"""Every handler a client could call says who may; walked in a process of its own, as Reflex allows one app in each."""

import json
import os
import subprocess
import sys

import pytest

from tests.integration.web.running import REPOSITORY

WALK = "import {door}, json; from web import handlers; print(json.dumps([handlers.unmarked(), len(list(handlers.handlers()))]))"


def walk(module, door="portal"):
    environment = {**os.environ, "EVENKEEL_APP": door, "__REFLEX_SKIP_COMPILE": "true"}
    done = subprocess.run(
        [sys.executable, "-c", WALK.format(door=module)], env=environment, cwd=REPOSITORY, capture_output=True, check=True
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("door", ["portal", "officer_console"])
def test_every_handler_of_a_door_says_who_may_call_it(door):
    unmarked, count = walk(f"{door}.app", door)

    assert unmarked == []
    assert count > 10


def test_the_walk_finds_a_handler_that_says_nothing_and_a_method_that_is_no_event():
    unmarked, _ = walk("tests.integration.web.guarded_door")

    assert sorted(name.rsplit(".", 1)[1] for name in unmarked) == ["forgotten", "helper"]
