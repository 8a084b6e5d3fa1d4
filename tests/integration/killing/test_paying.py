"""Whenever the house is killed while tenants pay, the ledger comes to what the provider's own book says, once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from tests.integration.killing import shares
from tests.integration.killing.house import House
from tests.integration.killing.killer import seeded
from tests.integration.killing.paying import Tenant, Till, move_in, rehearse
from tests.integration.killing.ways import WAYS

pytestmark = pytest.mark.xdist_group("killing-paying")
TENANTS = 4
PLANTED = "tests.integration.killing.planted:post_without_a_key"
POSTED_TWICE = {"something is not posted, or posted twice", "our ledger is not the provider's book"}


@pytest.fixture(scope="module")
def rehearsed(houses: Callable[[str], House]) -> Callable[[str], House]:
    """Return what gives a house in which somebody has paid in every way with nobody killing, flawlessly."""

    @cache
    def house(database: str) -> House:
        assert not rehearse(houses(database)).wrongs()
        return houses(database)

    return house


def a_till(house: House, seed: int) -> Till:
    killer = house.killer(seed)
    return Till(house, killer, [move_in(house, way, killer.random) for way in killer.random.sample(sorted(WAYS), TENANTS)])


@pytest.mark.parametrize(("database", "seed", "kills"), shares.cases(shares.PAYING))
def test_every_payment_is_posted_once(rehearsed, database, seed, kills):
    till = a_till(rehearsed(database), seed)

    till.be_killed(kills)

    wrongs = till.wrongs()
    assert not wrongs, shares.story("paying", database, seed, wrongs, till.killer.record)
    assert till.killer.kills >= kills


def test_a_worker_that_posts_without_a_key_is_found_out(rehearsed):
    house, found = rehearsed("sqlite"), set[str]()
    Till(house, house.killer(0, learns=True), [a_payer(house)], PLANTED).be_quiet()
    longest = max(house.learned[PLANTED], key=lambda ended: ended.steps)

    for step in longest.doors["commit"]:
        till = Till(house, house.killer(0), [a_payer(house)], PLANTED)
        till.let_all_go_on()
        house.zygote.do(PLANTED, kill_at=step)
        till.be_quiet()
        found |= {wrong.rpartition(": ")[2] for wrong in till.wrongs()}
        if found >= POSTED_TWICE:
            break

    assert found >= POSTED_TWICE


def a_payer(house: House) -> Tenant:
    return move_in(house, "by card", seeded(0))
