"""Load a demo landlord with eighteen months behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from random import Random
from typing import Final

from rent import store
from rent.domain.account import PostingKind
from rent.domain.periods import ChargeCycle
from rent.domain.tenancy import Region
from rent.store import bulk, landlords
from rent.store.book import Book
from rent.store.tables.homes import patches, properties
from rent.usecases.demo.add_officers import add_officers
from rent.usecases.demo.calendar import Calendar
from rent.usecases.demo.calibrate import calibrate
from rent.usecases.demo.draw_households import draw_households
from rent.usecases.demo.flows import Flow, charges, payments
from rent.usecases.demo.household import Household
from rent.usecases.demo.words import words
from rent.usecases.demo.write_household import Scribe

NAME: Final = "Staithe and Marram Homes (a demo)"
PHONE: Final = "01632 960100"
HOMES_A_PATCH: Final = 1_800
HOMES_MIN: Final = 20
HOMES_MAX: Final = 200_000
# Drawn and written this many at a time, so that a large demo needs no more memory than a small one.
HOMES_AT_ONCE: Final = 1_000


class UnableToLoadDemo(Exception):
    """The demo may not be loaded here."""


def load_demo(
    session: store.Session, *, homes: int, seed: int, now: datetime, today: date, say: Callable[[str], None] = lambda _: None
) -> None:
    """
    Load a demo landlord of so many homes; the same seed and day make the same landlord.

    :raises UnableToLoadDemo: if anybody's data is here already, or the number of homes is out of reason
    """
    if not HOMES_MIN <= homes <= HOMES_MAX:
        raise UnableToLoadDemo(f"A demo landlord has between {HOMES_MIN} and {HOMES_MAX:,} homes, not {homes:,}.")
    if landlords.find(session) is not None or landlords.has_tenancies(session):
        raise UnableToLoadDemo("This database holds a landlord already, so no demo is loaded into it. Use an empty database.")
    landlords.record(session, name=NAME, region=Region.ENGLAND, phone=PHONE, is_demo=True)
    book, calendar, made = Book(session), Calendar(today), 0
    held = _patches(session, homes)
    for place, (patch, within) in enumerate(_batches(held, homes)):
        luck = Random(f"{seed} {place}")  # noqa: S311 (a demo must come out the same each time)
        _write(book, Scribe(book, calendar, now, luck), patch, within, named=place == 0)
        made += len(within)
        say(f"Making the demo landlord: {made:,} of {homes:,} homes")
    book.close()
    add_officers(session, seed=seed, patches=held)
    bulk.take_stock(session)


def _patches(session: store.Session, homes: int) -> list[int]:
    # Two at least, so that there is somewhere an officer may not look without saying why.
    count = max(2, -(-homes // HOMES_A_PATCH))
    first = bulk.next_id(session, patches)
    rows = [(first + number, f"P{number + 1:02}", f"Patch {number + 1}") for number in range(count)]
    bulk.append(session, patches, ("id", "code", "name"), rows)
    bulk.catch_up_ids(session, [patches])
    return [row[0] for row in rows]


def _batches(held: list[int], homes: int) -> Iterator[tuple[int, range]]:
    share = -(-homes // len(held))
    for place, patch in enumerate(held):
        last = min(homes, (place + 1) * share)
        for first in range(place * share, last, HOMES_AT_ONCE):
            yield patch, range(first, min(last, first + HOMES_AT_ONCE))


def _write(book: Book, scribe: Scribe, patch: int, within: range, *, named: bool) -> None:
    property_of = {home: book.number(properties) for home in within}
    for home, number in property_of.items():
        address, postcode = words().address(home)
        book.add(properties, number, f"H{home + 1:06}", address, postcode, patch, Region.ENGLAND)
    households = draw_households(scribe.luck, scribe.calendar, within, named=named)
    ledgers = [(household, _ledger(household, scribe)) for household in households]
    opens = [household.starts_on < scribe.calendar.since for household in households]
    openings = calibrate(ledgers, scribe.luck, has_opening=opens, yearly=sum(_year(household) for household in households))
    for (household, lines), opening in zip(ledgers, openings, strict=True):
        scribe.write(household, property_of[household.home], lines, opening)
    book.write()


def _ledger(household: Household, scribe: Scribe) -> list[Flow]:
    lines = [*charges(household, scribe.calendar), *payments(household, scribe.calendar, scribe.luck)]
    if not any(line.undoes for line in lines):
        return sorted(lines, key=_by_day)
    # A reversal stands right after what it undoes, whenever it came.
    return _kept_together(lines)


def _kept_together(lines: list[Flow]) -> list[Flow]:
    pairs = list[list[Flow]]()
    for line in lines:
        pairs[-1].append(line) if line.undoes else pairs.append([line])
    return [line for pair in sorted(pairs, key=lambda pair: _by_day(pair[0])) for line in pair]


def _by_day(line: Flow) -> tuple[date, bool]:
    return line.on, line.kind is not PostingKind.CHARGE


def _year(household: Household) -> int:
    if household.ends_on:
        return 0
    weeks = 52 - household.rent_free_a_year if household.cycle is ChargeCycle.WEEKLY else 52
    return weeks * sum(price.after for price in household.prices)
