"""The invented names, streets and towns a demo landlord is made of."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Final

_FILE: Final = Path(__file__).parent / "words.toml"
_HOMES_A_STREET: Final = 90


@dataclass(frozen=True, slots=True)
class Community:
    """Names that go together, and the language their people chose."""

    language: str
    weight: int
    given: tuple[str, ...]
    family: tuple[str, ...]

    def name(self, luck: Random) -> str:
        """Return a full name."""
        return f"{luck.choice(self.given)} {luck.choice(self.family)}"


@dataclass(frozen=True, slots=True)
class Words:
    """Everything there is to choose from."""

    streets: tuple[str, ...]
    towns: tuple[str, ...]
    communities: tuple[Community, ...]

    def community(self, luck: Random) -> Community:
        """Return a community, by how many people are of each."""
        return luck.choices(self.communities, [each.weight for each in self.communities])[0]

    def address(self, number: int) -> tuple[str, str]:
        """Return a home's address and its postcode, which no real place has."""
        street, house = divmod(number, _HOMES_A_STREET)
        name, town = self.streets[street % len(self.streets)], self.towns[street // len(self.streets) % len(self.towns)]
        letters = f"{chr(65 + street % 20)}{chr(65 + house // 30)}"
        return f"{house + 1} {name}, {town}", f"ZZ{1 + street // 20 % 9} {1 + street % 9}{letters}"


@lru_cache
def words() -> Words:
    """Return the words, read once."""
    raw = tomllib.loads(_FILE.read_text("utf-8"))
    communities = (
        Community(language, each["weight"], tuple(each["given"]), tuple(each["family"])) for language, each in raw["communities"].items()
    )
    return Words(tuple(raw["streets"]), tuple(raw["towns"]), tuple(communities))
