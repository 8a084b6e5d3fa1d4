"""The stand-in by itself: it survives being killed, and never runs where real money could be meant."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from pydantic import SecretStr

from rent.gateways.standin_payments.app import LiveKeyPresent, refuse_beside_a_live_key
from rent.settings import Settings
from tests.integration.payments.house import answers, free_port, wait_until

KEY = {"authorization": "Bearer sk_test_x", "idempotency-key": "once"}
ORDER = {"amount": "2000", "currency": "gbp", "confirm": "true", "payment_method": "pm_card_visa"}


def test_a_key_used_before_it_was_killed_still_means_the_same_payment(tmp_path: Path):
    port, file = free_port(), tmp_path / "standin.db"
    with process(port, file) as origin:
        before = httpx.post(f"{origin}/v1/payment_intents", data=ORDER, headers=KEY).json()

    with process(port, file) as origin:
        after = httpx.post(f"{origin}/v1/payment_intents", data=ORDER, headers=KEY)
        other = httpx.post(f"{origin}/v1/payment_intents", data={**ORDER, "amount": "2001"}, headers=KEY)
        known = httpx.get(f"{origin}/v1/payment_intents", headers=KEY).json()["data"]

    assert (after.json(), after.headers["idempotent-replayed"]) == (before, "true")
    assert (other.status_code, other.json()["error"]["type"]) == (400, "idempotency_error")
    assert [intent["id"] for intent in known] == [before["id"]]


@pytest.mark.parametrize("key", ["sk_live_abc", "rk_live_abc"])
def test_it_refuses_to_start_beside_a_live_key(key: str):
    with pytest.raises(LiveKeyPresent):
        refuse_beside_a_live_key(Settings(stripe_api_key=SecretStr(key)))


def test_it_refuses_a_live_key_from_a_caller(standin: str):
    answer = httpx.get(f"{standin}/v1/charges", headers={"authorization": "Bearer sk_live_abc"})

    assert answer.status_code == 401


def test_an_unknown_knob_is_refused_and_changes_nothing(standin: str):
    answer = httpx.post(f"{standin}/_faults", json={"drop_webhooks": 3, "explode": True})

    assert answer.status_code == 400
    assert httpx.get(f"{standin}/_faults").json()["drop_webhooks"] is None


@contextmanager
def process(port: int, file: Path) -> Iterator[str]:
    """Run the stand-in as its own process, and kill it without a word at the end."""
    surroundings = {**os.environ, "STANDIN_ORIGIN": f"http://127.0.0.1:{port}", "STANDIN_PAYMENTS_FILE": str(file), "STRIPE_API_KEY": ""}
    order = [sys.executable, "-m", "rent.gateways.standin_payments"]
    with subprocess.Popen(order, env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True) as running:
        wait_until(lambda: answers(port))
        yield f"http://127.0.0.1:{port}"
        os.killpg(running.pid, signal.SIGKILL)
