"""The tenants of the demo whom the sign-in list names: one for each thing worth looking at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from rent.usecases.demo.household import Dweller, Pays


@dataclass(frozen=True, slots=True)
class Named:
    """A tenancy whose reference, people and balance never change with the seed."""

    title: str
    reference: str
    tenants: tuple[Dweller, ...]
    pays: Pays
    wanted: int
    is_former: bool = False


def _someone(name: str, language: str, born: date, last: int) -> Dweller:
    return Dweller(name, language, born, f"+447700900{last}", f"{name.split(maxsplit=1)[0].lower()}@example.org")


NAMED: Final = (
    Named(
        "owes rent, on Universal Credit",
        "70000001",
        (_someone("Grace Ellershaw", "en", date(1986, 4, 12), 101),),
        Pays.UC_TO_TENANT,
        98_620,
    ),
    Named(
        "in credit, pays by Direct Debit",
        "70000002",
        (_someone("Marcus Lightfoot", "en", date(1979, 9, 30), 102),),
        Pays.DIRECT_DEBIT,
        -6_240,
    ),
    Named(
        "two joint tenants with a phone each",
        "70000003",
        (_someone("Zofia Mazur", "pl", date(1990, 1, 23), 103), _someone("Daniel Kettle", "en", date(1988, 11, 5), 104)),
        Pays.WEEKLY,
        21_240,
    ),
    Named("reads Welsh", "70000004", (_someone("Carys Prydderch", "cy", date(1967, 3, 1), 105),), Pays.WEEKLY, 9_515),
    Named("reads Arabic", "70000005", (_someone("Layla Haddad", "ar", date(1993, 7, 18), 106),), Pays.UC_TO_LANDLORD, 33_107),
    Named("no contact on file", "70000006", (Dweller("Edith Oakden", "en", date(1941, 12, 2), None, None),), Pays.HOUSING_BENEFIT, 15_430),
    Named(
        "a former tenant who owes",
        "70000007",
        (_someone("Colin Stannard", "en", date(1975, 5, 27), 107),),
        Pays.WEEKLY,
        61_285,
        is_former=True,
    ),
)
