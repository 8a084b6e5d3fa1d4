"""Nothing personal reaches a log line, however it gets there."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from rent.log import only_known_keys

CANARIES = ["+447700900123", "07700 900 123", "ceri@example.org", "4242 4242 4242 4242", "a" * 40, "?token=abc123"]
SAYS_IT = """
import logging
import structlog
from rent import log
log.configure("test")
structlog.get_logger().info("a text came in", body={canary!r}, name={canary!r}, job="handle_inbound", trouble="it said " + {canary!r})
logging.getLogger("a library").warning("could not send to %s", {canary!r})
try:
    raise ValueError({canary!r})
except ValueError:
    structlog.get_logger().exception("job failed")
"""


@pytest.mark.parametrize("canary", CANARIES)
def test_a_canary_never_sings(canary: str):
    done = subprocess.run([sys.executable, "-c", SAYS_IT.format(canary=canary)], capture_output=True, text=True, check=True)

    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(lines) == 3
    assert canary not in done.stdout
    assert lines[0]["job"] == "handle_inbound"


def test_a_key_nobody_allowed_is_left_out():
    assert only_known_keys(None, "info", {"event": "hello", "surname": "Bowen", "count": 3}) == {"event": "hello", "count": 3}
