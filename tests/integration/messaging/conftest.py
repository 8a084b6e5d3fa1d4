"""The house for tests of texting, on each database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette

from messaging import webhook
from messaging.delivery import sender
from messaging.delivery.standin.app import carrier_for, routes_of
from rent.settings import settings
from tests.integration.messaging.house import House
from tests.integration.payments.house import free_port, served

TOKEN = "a-token-for-tests-only"


@pytest.fixture
def house(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """Return a house whose webhook and carrier are served over HTTP."""
    standin_port, webhook_port = free_port(), free_port()
    for name, value in {
        "DATABASE_URL": database_url,
        "STANDIN_ORIGIN": f"http://127.0.0.1:{standin_port}",
        "WEBHOOK_ORIGIN": f"http://127.0.0.1:{webhook_port}",
        "PORTAL_ORIGIN": "https://rent.example",
        "STANDIN_TWILIO_AUTH_TOKEN": TOKEN,
        "STANDIN_TEXTS_FILE": str(tmp_path / "texts.db"),
        "EVENKEEL_SECRET": "for tests only, and long enough to be one",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("TWILIO_AUTH_TOKEN", raising=False)
    settings.cache_clear()
    sender.texts.cache_clear()
    carrier = carrier_for(settings())
    carrier.start()
    ours = Starlette(routes=webhook.routes())
    with served(Starlette(routes=routes_of(carrier)), standin_port) as standin, served(ours, webhook_port) as webhooks:
        yield House(standin, webhooks, carrier)
        carrier.stop()
    settings.cache_clear()
    sender.texts.cache_clear()
