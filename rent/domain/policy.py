"""Policy: the numbers a landlord chose, each with the day it came into force and how sure we are of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from rent.domain.tenancy import Region


class Mark(StrEnum):
    """
    How sure we are of a value.

    Source: domain.md, marks
    """

    SEEN = "SEEN"
    """Read in a public source."""
    RECALLED = "RECALLED"
    """Not verified: the landlord's legal lead must."""
    DERIVED = "DERIVED"
    """Arithmetic on seen figures."""
    CHOICE = "CHOICE"
    """The landlord's to choose."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A value of one name, from the day it came into force until the next of that name does."""

    name: str
    value: object
    effective_from: date
    mark: Mark
    source: str


@dataclass(frozen=True, slots=True)
class AdviceLine:
    """Free, independent advice for tenants of a region. ``is_verified`` when somebody has rung the number."""

    name: str
    phone: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class Policy:
    """Everything in force on one day. Weekdays count from Monday as 0; quiet days are (month, day)."""

    tolerance: timedelta
    contact_from: time
    contact_until: time
    contact_weekdays: frozenset[int]
    quiet_days: frozenset[tuple[int, int]]
    link_lasts: timedelta
    code_lasts: timedelta
    advice: Mapping[Region, AdviceLine]


class NoPolicyInForce(LookupError):
    """Nothing of this name is in force on that day."""


def in_force(book: Iterable[Dated], name: str, day: date) -> Dated:
    """
    Return the value of a name that is in force on a day.

    :raises NoPolicyInForce: if the first of that name is still to come, or there is none
    """
    begun = [entry for entry in book if entry.name == name and entry.effective_from <= day]
    if not begun:
        raise NoPolicyInForce(f"{name} on {day}")
    return max(begun, key=lambda entry: entry.effective_from)
