"""The house for tests of paying, on each database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette

from portal import stripe_webhook
from portal.lite.pages import lite_routes
from rent.settings import settings
from tests.integration.payments.house import SECRET, House, free_port, new_standin, served


@pytest.fixture
def house(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """Return a house with a tenant who owes £100, its stand-in and its doors all served over HTTP."""
    standin_port, portal_port = free_port(), free_port()
    standin_at, portal_at = f"http://127.0.0.1:{standin_port}", f"http://127.0.0.1:{portal_port}"
    for name, value in {
        "DATABASE_URL": database_url,
        "STANDIN_ORIGIN": standin_at,
        "PORTAL_ORIGIN": portal_at,
        "WEBHOOK_ORIGIN": portal_at,
        "STRIPE_WEBHOOK_SECRET": SECRET,
        "EVENKEEL_SECRET": "for tests only, and long enough to be one",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("STRIPE_API_KEY", raising=False)
    settings.cache_clear()
    file = tmp_path / "standin.db"
    standin = new_standin(file, standin_at, portal_at)
    ours = Starlette(routes=[*stripe_webhook.routes(), *lite_routes()])
    with served(Starlette(routes=standin.routes()), standin_port), served(ours, portal_port):
        made = House(standin_at, portal_at, file)
        yield made
        made.close()
        standin.close()
    settings.cache_clear()
