"""Bank holidays, from a library that keeps up with proclamations."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import holidays

from rent.domain.tenancy import Region


@lru_cache
def bank_holidays(region: Region, year: int) -> frozenset[date]:
    """Return the bank holidays of a year and of the next, so that the turn of the year is no edge."""
    return frozenset(holidays.country_holidays("GB", subdiv=region.value, years=[year, year + 1]))
