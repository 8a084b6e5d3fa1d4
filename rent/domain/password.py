"""What an officer may choose as a password."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

LENGTH_MIN: Final = 15
LENGTH_MAX: Final = 128
DIFFERENT_MIN: Final = 6
# Long enough to pass, and on every list of breached passwords.
BREACHED: Final = frozenset(
    {
        "passwordpassword",
        "password12345678",
        "password123456789",
        "1234567890123456",
        "123456789123456789",
        "qwertyuiopasdfgh",
        "qwertyuiopasdfghjkl",
        "qwertyuiopasdfghjklzxcvbnm",
        "1qaz2wsx3edc4rfv",
        "1q2w3e4r5t6y7u8i",
        "zaq12wsxcde34rfv",
        "abcdefghijklmnop",
        "abcdefghijklmnopqrstuvwxyz",
        "iloveyouiloveyou",
        "letmeinletmeinletmein",
        "administrator123",
        "welcome123456789",
        "correcthorsebatterystaple",
        "thisisapassword",
        "trustno1trustno1",
    }
)


class Weakness(StrEnum):
    """Why a password is refused."""

    TOO_SHORT = "TOO_SHORT"
    TOO_LONG = "TOO_LONG"
    BREACHED = "BREACHED"
    TOO_MUCH_ALIKE = "TOO_MUCH_ALIKE"
    NAMES_YOU = "NAMES_YOU"


def weakness_of(password: str, *, email: str) -> Weakness | None:
    """
    Return why a password may not be used, or None if it may. What it is made of is left to whoever chooses it.

    Source: reliability.md 2.2 (6.2.x)
    """
    if len(password) < LENGTH_MIN:
        return Weakness.TOO_SHORT
    if len(password) > LENGTH_MAX:
        return Weakness.TOO_LONG
    folded = "".join(password.lower().split())
    if folded in BREACHED:
        return Weakness.BREACHED
    if len(set(folded)) < DIFFERENT_MIN:
        return Weakness.TOO_MUCH_ALIKE
    return Weakness.NAMES_YOU if email.split("@", maxsplit=1)[0].lower() in folded else None
