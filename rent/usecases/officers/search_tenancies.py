"""Find tenancies an officer can open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rent import store
from rent.domain.lookup import Lookup, NothingToLookFor, read_lookup
from rent.domain.masking import HIDDEN, masked_name, masked_postcode
from rent.domain.officer import Action, Officer, Reach, reach_of
from rent.store import search

FOUND_MAX: Final = 50


class UnableToSearch(Exception):
    """What was typed cannot be looked for."""


@dataclass(frozen=True, slots=True)
class Hit:
    """
    A tenancy that was found.

    One that needs a reason shows its reference and patch only, and nothing of who lives where.
    """

    public_id: str
    reference: str
    patch_name: str
    needs_reason: bool
    names: tuple[str, ...] = ()
    address: str = ""
    has_ended: bool = False


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search found; ``more`` says that it is not all, and never how much is missing."""

    hits: tuple[Hit, ...]
    more: bool


def search_tenancies(session: store.Session, *, officer: Officer, typed: str) -> Hits:
    """
    Return the tenancies that match a reference, a name, an address, a postcode or a phone number.

    Whoever sees names masked cannot look for them either, or they could be guessed letter by letter.

    :raises UnableToSearch: if there is too little or too much to look for, or the officer may not search
    """
    reach = reach_of(officer.role, Action.SEARCH)
    if reach is Reach.NONE:
        raise UnableToSearch("not for this role")
    lookup = _read(typed)
    found = search.find(session, lookup, own=officer.patches, limit=FOUND_MAX + 1, by_person=reach is not Reach.ALL_MASKED)
    shown = found[:FOUND_MAX]
    known = {one.id for one in shown if reach is not Reach.PATCH_OR_REASON or one.patch_id in officer.patches}
    names = search.names_of(session, known)
    shape = _masked if reach is Reach.ALL_MASKED else _plain
    hits = tuple(shape(one, names.get(one.id, ())) if one.id in known else _reference_only(one) for one in shown)
    return Hits(hits, more=len(found) > FOUND_MAX)


def _read(typed: str) -> Lookup:
    try:
        return read_lookup(typed)
    except NothingToLookFor as why:
        raise UnableToSearch(str(why)) from why


def _reference_only(found: search.Found) -> Hit:
    return Hit(found.public_id, found.reference, found.patch_name, needs_reason=True)


def _plain(found: search.Found, names: tuple[str, ...]) -> Hit:
    return _open(found, names, f"{found.address}, {found.postcode}")


def _masked(found: search.Found, names: tuple[str, ...]) -> Hit:
    return _open(found, tuple(map(masked_name, names)), f"{HIDDEN}, {masked_postcode(found.postcode)}")


def _open(found: search.Found, names: tuple[str, ...], address: str) -> Hit:
    ended = found.ends_on is not None
    return Hit(found.public_id, found.reference, found.patch_name, needs_reason=False, names=names, address=address, has_ended=ended)
