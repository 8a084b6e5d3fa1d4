"""A figure, its floor, and what was promised."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from rent import runtime
from rent.store import migrate

ROUNDS = 3


@dataclass(frozen=True)
class Row:
    """One line of the report. ``ours`` and ``floor`` are in ``unit``; ``kept`` is whether the budget holds."""

    work: str
    unit: str
    ours: float
    floor: float | None
    budget: str
    kept: bool | None
    note: str = ""

    def __str__(self) -> str:
        beside = f"{self.floor:>12,.1f} {self.ours / self.floor:>7.2f}" if self.floor else f"{'-':>12} {'-':>7}"
        verdict = {True: "kept", False: "MISSED", None: ""}[self.kept]
        return f"{self.work:<52} {self.ours:>12,.1f} {beside} {self.unit:<10} {self.budget:<22} {verdict:<7} {self.note}"


HEADING = f"{'work':<52} {'ours':>12} {'floor':>12} {'ratio':>7} {'unit':<10} {'budget':<22}"


def side_by_side(ours: Callable[[], float], floor: Callable[[], float], rounds: int = ROUNDS) -> tuple[float, float]:
    """Return the medians of both, measured in turn so that a drifting machine hits both alike."""
    pairs = [(ours(), floor()) for _ in range(rounds)]
    return statistics.median(mine for mine, _ in pairs), statistics.median(bare for _, bare in pairs)


def per_second(count: int, work: Callable[[], object]) -> float:
    """Return how many of ``count`` things a piece of work did a second."""
    started = time.perf_counter()
    work()
    return count / (time.perf_counter() - started)


@contextmanager
def empty_house() -> Iterator[tuple[Engine, Path]]:
    """Lend a migrated, empty SQLite database and the folder it is in."""
    with tempfile.TemporaryDirectory() as folder:
        address = f"sqlite:///{folder}/bench.db"
        migrate.upgrade(address)
        engine = runtime.engine_for(address)
        yield engine, Path(folder)
        engine.dispose()
