"""Whenever an import is killed, what is there is whole, and importing again gives the rows of one clean import."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pytest

from tests.integration.imports.extracts import SAMPLE
from tests.integration.killing import shares
from tests.integration.killing.importing import IMPORT, Loaded, broken, differences, many_of, new_database, what_is_there
from tests.integration.killing.killer import Ended, Killer, Zygote, seeded

pytestmark = pytest.mark.xdist_group("killing-importing")
# Enough lines for several batches of accounts, where most seeds do with one.
LARGE, SMALL = 14, 1
PLANTED = "tests.integration.killing.planted:import_in_parts"
IN_PARTS = {"accounts whose balance is not their sum", "accounts in parts"}


@dataclass(frozen=True)
class Extract:
    """An extract, what one import of it becomes that nobody kills, and the steps of that import."""

    folder: str
    whole: Loaded
    learned: dict[str, list[Ended]]


@pytest.fixture(scope="module")
def extracts(zygote: Zygote, sqlite_template, tmp_path_factory) -> Callable[[int], Extract]:
    """Return what gives an extract so many times the size of the sample."""

    @cache
    def extract(copies: int) -> Extract:
        folder, learned = tmp_path_factory.mktemp("extract"), dict[str, list[Ended]]()
        database, many = new_database(sqlite_template, folder), str(many_of(SAMPLE, folder / "many", copies))
        assert Killer(zygote, seeded(0), learned, learns=True).do(IMPORT, database, many).gave == 0
        return Extract(many, what_is_there(database), learned)

    return extract


@pytest.fixture
def empty(sqlite_template, tmp_path) -> Callable[[], str]:
    """Return what gives a new, empty database each time."""
    return lambda: new_database(sqlite_template, tmp_path)


@pytest.mark.parametrize(("database", "seed", "kills"), shares.cases(shares.IMPORTING))
def test_an_import_killed_anywhere_is_finished_by_importing_again(zygote, extracts, empty, *, database, seed, kills):
    extract, address = extracts(SMALL if seed > 1 else LARGE), empty()
    killer = Killer(zygote, seeded(seed), extract.learned)

    while killer.kills < kills:
        killer.kill(IMPORT, address, extract.folder)
        wrongs = broken(address, extract.whole)
        assert not wrongs, shares.story("importing", database, seed, wrongs, killer.record)
    assert killer.do(IMPORT, address, extract.folder).gave == 0

    wrongs = differences(what_is_there(address), extract.whole)
    assert not wrongs, shares.story("importing", database, seed, wrongs, killer.record)


def test_an_import_that_commits_in_parts_is_found_out(zygote, extracts, empty):
    extract, found = extracts(SMALL), set[str]()
    steps = zygote.do(PLANTED, empty(), extract.folder, count=True).doors["executemany"]

    # The last first, since the ledger comes near the end.
    for step in reversed(steps):
        address = empty()
        zygote.do(PLANTED, address, extract.folder, kill_at=step)
        found |= {wrong.partition(":")[0] for wrong in broken(address, extract.whole)}
        if found >= IN_PARTS:
            break

    assert found >= IN_PARTS
