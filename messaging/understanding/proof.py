"""Dates of birth and postcodes, the way people type them."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan ionawr", "february feb chwefror", "march mar mawrth", "april apr ebrill", "may mai", "june jun mehefin",
            "july jul gorffennaf", "august aug awst", "september sept sep medi", "october oct hydref", "november nov tachwedd",
            "december dec rhagfyr",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_NUMBERS: Final = re.compile(r"(?<!\d)(\d{1,2}) ?[/.\- ] ?(\d{1,2}) ?[/.\- ] ?(\d{4}|\d{2})(?!\d)")
_RUN: Final = re.compile(r"(?<!\d)(\d{2})(\d{2})((?:19|20)\d{2}|\d{2})(?!\d)")
_YEAR_FIRST: Final = re.compile(r"(?<!\d)((?:19|20)\d{2})-(\d{1,2})-(\d{1,2})(?!\d)")
_NAMED: Final = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|af|ain|fed|ydd|il)? ?(?:of )?({'|'.join(_MONTHS)})\.?,? ?(\d{{4}}|\d{{2}})(?!\d)"
)
_POSTCODE: Final = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?) ?(\d[a-z]{2})\b")
_CENTURY: Final = 100


def born_on(plain: str, *, today: date) -> date | None:
    """Return the date of birth in a text made plain, day before month; a year of two digits is the last such year."""
    if found := _YEAR_FIRST.search(plain):
        return _past(found[3], int(found[2]), found[1], today)
    if found := _NAMED.search(plain):
        return _past(found[1], _MONTHS[found[2]], found[3], today)
    if found := _NUMBERS.search(plain) or _RUN.search(plain):
        return _past(found[1], int(found[2]), found[3], today)
    return None


def postcode(plain: str) -> str | None:
    """Return the postcode in a text made plain, as the Post Office writes it."""
    found = _POSTCODE.search(plain)
    return f"{found[1]} {found[2]}".upper() if found else None


def _past(day: str, month: int, year: str, today: date) -> date | None:
    full = int(year)
    if full < _CENTURY:
        full += today.year - today.year % _CENTURY
        full -= _CENTURY if full >= today.year else 0
    try:
        said = date(full, month, int(day))
    except ValueError:
        return None
    return said if said < today else None
