"""Whose homes these are, for the header of every page of both doors."""

from __future__ import annotations

from functools import lru_cache

from rent import runtime
from rent.store import homes


@lru_cache
def landlord() -> homes.Landlord:
    """
    Return the landlord, read once in the life of a process.

    :raises NoLandlord: if nothing has been loaded yet
    """
    with runtime.reading() as session:
        return homes.the_landlord(session)


def landlord_name() -> str:
    """Return the landlord's name; nothing before their data has been loaded."""
    try:
        return landlord().name
    except homes.NoLandlord:
        return ""


def landlord_phone() -> str:
    """Return the number to call; nothing before the landlord's data has been loaded."""
    try:
        return landlord().phone
    except homes.NoLandlord:
        return ""
