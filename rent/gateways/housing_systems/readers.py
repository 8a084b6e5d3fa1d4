"""From the text in a cell to a value the spool keeps, or a plain reason why not."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import Final

from rent.gateways.housing_systems.phones import NotAPhone, stored_phone

Value = str | int | None
Reader = Callable[[str], Value]

_AMOUNT: Final = re.compile(r"([-+]?)£?([-+]?)(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2}))?([-+]?|\s?CR|\s?DR)", re.ASCII)
_POSTCODE: Final = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})", re.ASCII)
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_EMAIL_MAX: Final = 254
_REMEMBERED: Final = 65_536


class Unreadable(ValueError):
    """The text is not what its column should hold; the message says so in plain words."""


def text(longest: int) -> Reader:
    """Return a reader of words up to a length."""

    def read(cell: str) -> str:
        if len(cell) > longest:
            raise Unreadable(f"has {len(cell)} characters, and {longest} is the most")
        return cell

    return read


def day(pattern: str, example: str) -> Reader:
    """Return a reader of dates written by a pattern, which keeps them as ISO text."""

    @lru_cache(maxsize=_REMEMBERED)
    def read(cell: str) -> str:
        try:
            # Only the civil date is used; an extract's midnight has no zone.
            return datetime.strptime(cell, pattern).date().isoformat()  # noqa: DTZ007
        except ValueError:
            raise Unreadable(f"“{cell}” is not a date such as {example}") from None

    return read


@lru_cache(maxsize=_REMEMBERED)
def pence(cell: str) -> int:
    """
    Return an amount in whole pence with the sign it is written with, before or after the figure.

    :raises Unreadable: if it is not an amount
    """
    found = _AMOUNT.fullmatch(cell.strip().upper())
    if found is None or sum(map(bool, (found[1], found[2], found[5].strip()))) > 1:
        raise Unreadable(f"“{cell}” is not an amount such as 1,234.56")
    whole, part = found[3].replace(",", ""), (found[4] or "").ljust(2, "0")
    amount = int(whole) * 100 + int(part)
    return -amount if "-" in (found[1], found[2], found[5]) or found[5].endswith("CR") else amount


def word(kind: type[StrEnum]) -> Reader:
    """Return a reader of the members of an enumeration."""
    members = {member.value: member.value for member in kind}

    def read(cell: str) -> str:
        try:
            return members[cell.upper()]
        except KeyError:
            raise Unreadable(f"“{cell}” is none of {', '.join(members)}") from None

    return read


def words(kind: type[StrEnum]) -> Reader:
    """Return a reader of any number of members of an enumeration, parted by spaces, commas or semicolons."""
    one = word(kind)

    def read(cell: str) -> str:
        return " ".join(dict.fromkeys(str(one(each)) for each in re.split(r"[\s,;]+", cell) if each))

    return read


def mondays(cell: str) -> str:
    """
    Return ISO Mondays parted by spaces.

    :raises Unreadable: if one of them is no Monday
    """
    days = sorted(filter(None, re.split(r"[\s,;]+", cell)))
    for each in days:
        try:
            is_monday = datetime.strptime(each, "%Y-%m-%d").weekday() == 0  # noqa: DTZ007
        except ValueError:
            is_monday = False
        if not is_monday:
            raise Unreadable(f"“{each}” is not a Monday such as 2026-12-21")
    return " ".join(days)


def flag(cell: str) -> int:
    """
    Return 1 for yes and 0 for no.

    :raises Unreadable: if it is neither
    """
    match cell.upper():
        case "Y" | "YES" | "1" | "TRUE" | "T":
            return 1
        case "N" | "NO" | "0" | "FALSE" | "F":
            return 0
    raise Unreadable(f"“{cell}” is neither Y nor N")


def postcode(cell: str) -> str:
    """
    Return a postcode in capitals with its one space.

    :raises Unreadable: if it is not one
    """
    found = _POSTCODE.fullmatch(cell.strip().upper())
    if found is None:
        raise Unreadable(f"“{cell}” is not a postcode such as SW1A 1AA")
    return f"{found[1]} {found[2]}"


def phone(cell: str) -> str:
    """
    Return a phone number as we keep them.

    :raises Unreadable: if it cannot be one
    """
    try:
        return stored_phone(cell)
    except NotAPhone:
        raise Unreadable("is not a phone number such as 07700 900123") from None


def email(cell: str) -> str:
    """
    Return an email address in lower case.

    :raises Unreadable: if it cannot be one
    """
    if len(cell) > _EMAIL_MAX or not _EMAIL.fullmatch(cell):
        raise Unreadable("is not an email address such as name@example.org")
    return cell.lower()
