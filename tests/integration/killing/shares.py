"""How many times the house is killed: so many seeds of each scenario, and so many kills in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pytest

Shares = Mapping[str, tuple[range, int]]

TEXTING: Final[Shares] = {"sqlite": (range(1, 6), 12), "postgresql": (range(101, 102), 10)}
PAYING: Final[Shares] = {"sqlite": (range(1, 6), 12), "postgresql": (range(101, 102), 10)}
CALLING: Final[Shares] = {"sqlite": (range(1, 3), 15)}
IMPORTING: Final[Shares] = {"sqlite": (range(1, 11), 8)}


def on(database: str) -> int:
    """Return how many kills there are on a kind of database."""
    return sum(
        len(seeds) * kills for share in (TEXTING, PAYING, CALLING, IMPORTING) for kind, (seeds, kills) in share.items() if kind == database
    )


def cases(shares: Shares) -> list[Any]:
    """Return the parameters of a scenario's tests: database, seed and kills."""
    return [
        pytest.param(kind, seed, kills, id=_name(kind, seed), marks=[pytest.mark.postgresql] if kind == "postgresql" else [])
        for kind, (seeds, kills) in shares.items()
        for seed in seeds
    ]


def story(scenario: str, database: str, seed: int, wrongs: Sequence[str], record: Sequence[str]) -> str:
    """Return what a failing case says: what is wrong, where it was killed, and how to see it again."""
    replay = f".venv/bin/pytest tests/integration/killing/test_{scenario}.py -k {_name(database, seed)}"
    return "\n".join([*wrongs, "", "what was done:", *record, "", f"to see it again: {replay}"])


def _name(database: str, seed: int) -> str:
    return f"{database}-seed-{seed:03}"
