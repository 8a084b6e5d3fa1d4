"""Personal data as an auditor sees it: enough to follow what was done, too little to know to whom."""

from __future__ import annotations

from typing import Final

HIDDEN: Final = "•••"
_SHOWN_OF_NUMBER: Final = 3


def masked_name(name: str) -> str:
    """Return the initials of a name; the dots do not tell its length."""
    return " ".join(f"{part[0]}{HIDDEN}" for part in name.split())


def masked_contact(value: str) -> str:
    """Return the last digits of a number, or where an email address is."""
    _, at, domain = value.rpartition("@")
    return f"{HIDDEN}@{domain}" if at else f"{HIDDEN}{value[-_SHOWN_OF_NUMBER:]}"


def masked_postcode(postcode: str) -> str:
    """Return a postcode's district."""
    return f"{postcode.split(' ', maxsplit=1)[0]} {HIDDEN}"
