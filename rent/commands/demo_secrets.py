"""Secrets for a demo on one machine: made once, kept beside its database, passed in the environment."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Final

from rent.settings import settings

KEPT_IN: Final = Path("var/demo-secrets")
NAMES: Final = ("EVENKEEL_SECRET", "STRIPE_WEBHOOK_SECRET", "STANDIN_TWILIO_AUTH_TOKEN")


def provide(kept_in: Path = KEPT_IN) -> None:
    """Put the demo's own secrets in this process's environment, unless it is a production house."""
    if settings().is_production:
        return
    if not kept_in.exists():
        kept_in.parent.mkdir(parents=True, exist_ok=True)
        kept_in.touch(mode=0o600)
        kept_in.write_text("".join(f"{name}={secrets.token_hex(32)}\n" for name in NAMES))
    for line in kept_in.read_text().splitlines():
        name, _, value = line.partition("=")
        os.environ.setdefault(name, value)
    settings.cache_clear()
