"""Whenever the webhooks are killed with calls in flight, what was answered is kept, and all of it in the end, once."""

from __future__ import annotations

import pytest

from tests.integration.killing import shares
from tests.integration.killing.doors import Providers
from tests.integration.killing.killer import seeded

pytestmark = pytest.mark.xdist_group("killing-importing")
LONGEST = 0.08


@pytest.mark.parametrize(("database", "seed", "kills"), shares.cases(shares.CALLING))
def test_what_was_answered_is_kept(houses, database, seed, kills):
    providers, again = Providers(houses(database), seeded(seed)), 0
    before = providers.there()

    for _ in range(kills):
        again += providers.call(kill_after=providers.random.random() * LONGEST)

    providers.line.close()
    assert providers.there() - before == providers.said == providers.kept
    # Else no call was ever in flight, and nothing was tested.
    assert again >= kills // 2
