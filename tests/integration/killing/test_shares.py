"""A scenario fails where the house was not killed as often as its share says; the shares come to enough."""

from __future__ import annotations

from tests.integration.killing import shares


def test_the_house_is_killed_two_hundred_times_even_where_there_is_only_sqlite():
    assert shares.on("sqlite") >= 200
