"""Whenever the house is killed while tenants text, no text is lost and nothing is said twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache

import pytest

from tests.integration.killing import shares
from tests.integration.killing.house import House
from tests.integration.killing.texting import CONVERSATIONS, Street, move_in, rehearse

pytestmark = pytest.mark.xdist_group("killing-texting")
TENANTS = 4
PLANTED = "tests.integration.killing.planted:send_and_only_then_mark"


@pytest.fixture(scope="module")
def rehearsals(houses: Callable[[str], House]) -> Callable[[str], Mapping[str, Counter[str]]]:
    """Return what gives our words in each conversation when nobody kills, on a database."""
    return cache(lambda database: rehearse(houses(database)))


def a_street(house: House, seed: int) -> Street:
    killer = house.killer(seed)
    return Street(house, killer, [move_in(house, name) for name in killer.random.sample(sorted(CONVERSATIONS), TENANTS)])


@pytest.mark.parametrize(("database", "seed", "kills"), shares.cases(shares.TEXTING))
def test_no_text_is_lost_and_nothing_is_said_twice(houses, rehearsals, database, seed, kills):
    expected, street = rehearsals(database), a_street(houses(database), seed)

    street.be_killed(kills)

    wrongs = street.wrongs(expected)
    assert not wrongs, shares.story("texting", database, seed, wrongs, street.killer.record)
    assert street.killer.kills >= kills


def test_a_sender_that_marks_only_afterwards_is_found_out(houses, rehearsals):
    house, expected, found = houses("sqlite"), rehearsals("sqlite"), set[str]()
    Street(house, house.killer(0, learns=True), [move_in(house, "asks for a person")], PLANTED).be_quiet()

    for seed in range(1, 20):
        street = Street(house, house.killer(seed), [move_in(house, "asks for a person")], PLANTED)
        street.be_killed(4)
        found |= {wrong.rpartition(": ")[2] for wrong in street.wrongs(expected)}
        if "something is said twice" in found:
            break

    assert "something is said twice" in found
