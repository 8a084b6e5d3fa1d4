"""Nothing personal reaches a log line, however it gets there."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from rent.log import only_known_keys, where_it_went_wrong
from rent.runtime import engine_for

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


def test_an_error_says_where_it_was_and_not_what_it_was_told():
    with pytest.raises(LookupError) as raised:
        {"Dai Bowen": 1}["Ceri " + "Bowen"]

    told = where_it_went_wrong((raised.type, raised.value, raised.value.__traceback__))

    assert told.startswith("KeyError\n")
    assert "test_an_error_says_where_it_was" in told
    assert "Ceri Bowen" not in told


def test_an_error_that_leads_back_to_itself_is_told_once():
    first, second = ValueError(), LookupError()
    first.__cause__, second.__context__ = second, first

    told = where_it_went_wrong((ValueError, first, None))

    assert told == "ValueError\nbecause of\nLookupError\n"


def test_an_error_of_the_database_keeps_its_values_to_itself(tmp_path):
    with engine_for(f"sqlite:///{tmp_path}/house.db").connect() as session, pytest.raises(OperationalError) as error:
        session.execute(text("INSERT INTO nowhere VALUES (:name)"), {"name": "Ceri Bowen"})

    assert "Ceri Bowen" not in str(error.value)


def test_a_key_nobody_allowed_is_left_out():
    assert only_known_keys(None, "info", {"event": "hello", "surname": "Bowen", "count": 3}) == {"event": "hello", "count": 3}
