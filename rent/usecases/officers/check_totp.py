"""Check the code of an officer's authenticator."""

from __future__ import annotations

import hmac
from datetime import datetime
from typing import Final

import pyotp

STEP_SECONDS: Final = 30
# One step either way, for clocks that are a little off.
WINDOW: Final = (-1, 0, 1)


def step_of(secret: str, code: str, *, now: datetime) -> int | None:
    """Return the time step a code belongs to, if it is right and not too old or too early."""
    totp, current = pyotp.TOTP(secret, interval=STEP_SECONDS), int(now.timestamp()) // STEP_SECONDS
    right = [step for step in (current + away for away in WINDOW) if hmac.compare_digest(totp.generate_otp(step).encode(), code.encode())]
    return right[0] if right else None
