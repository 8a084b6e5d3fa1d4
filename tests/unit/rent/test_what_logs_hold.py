"""Nothing personal reaches a log line, however it gets there."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from rent.log import only_known_keys, where_it_went_wrong, without_words
from rent.runtime import engine_for

CANARIES = ["+447700900123", "07700 900 123", "ceri@example.org", "4242 4242 4242 4242", "a" * 40, "?token=abc123"]
SAYS_IT = """
import logging
import structlog
from granian.log import configure_logging
from rent import log
configure_logging("warning", None, True)
log.configure("test")
structlog.get_logger().info("a text came in", body={canary!r}, name={canary!r}, job="handle_inbound", trouble="it said " + {canary!r})
logging.getLogger("a library").warning("could not send to %s", {canary!r})
try:
    raise ValueError({canary!r} + ' of Ceri Bowen')
except ValueError:
    structlog.get_logger().exception("job failed")
    logging.getLogger("_granian").exception("Application callable raised an exception")
"""


@pytest.mark.parametrize("canary", CANARIES)
def test_a_canary_never_sings(canary: str):
    done = subprocess.run([sys.executable, "-c", SAYS_IT.format(canary=canary)], capture_output=True, text=True, check=True)

    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(lines) == 4
    assert canary not in done.stdout + done.stderr
    assert "Ceri Bowen" not in done.stdout + done.stderr
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


def test_an_error_the_server_wrote_into_its_own_words_keeps_only_where_and_what_kind():
    said = (
        "Application callable raised an exception\nTraceback (most recent call last):\n"
        '  File "portal/app.py", line 3, in page\n    greet("Ceri Bowen")\n'
        "ValueError: Ceri Bowen\nsaid he hits me\n\nDuring handling of the above exception, another exception occurred:\n\n"
        'Traceback (most recent call last):\n  File "web/guard.py", line 9, in ask\n    ask()\nKeyError\n'
    )

    kept = without_words(said)

    assert kept == (
        'Application callable raised an exception\n  File "portal/app.py", line 3, in page\nValueError\n'
        '  File "web/guard.py", line 9, in ask\nKeyError'
    )


def test_an_error_of_the_database_keeps_its_values_to_itself(tmp_path):
    with engine_for(f"sqlite:///{tmp_path}/house.db").connect() as session, pytest.raises(OperationalError) as error:
        session.execute(text("INSERT INTO nowhere VALUES (:name)"), {"name": "Ceri Bowen"})

    assert "Ceri Bowen" not in str(error.value)


def test_a_key_nobody_allowed_is_left_out():
    assert only_known_keys(None, "info", {"event": "hello", "surname": "Bowen", "count": 3}) == {"event": "hello", "count": 3}
