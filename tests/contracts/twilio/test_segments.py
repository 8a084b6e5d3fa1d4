"""Our count of segments is the one a carrier bills."""

from __future__ import annotations

import random

import pytest

from rent.domain.segments import count
from tests.contracts.twilio.conftest import ask_node

GOLDEN = [
    "",
    "a",
    "a" * 160,
    "a" * 161,
    "a" * 306,
    "a" * 307,
    "£" * 160,
    "€" * 80,
    "€" * 81,
    "[" * 153,
    "a" * 152 + "€" + "a" * 10,
    "ж" * 70,
    "ж" * 71,
    "ж" * 134,
    "ж" * 135,
    "ŵ",
    "â" * 70,
    "é" * 160,
    "\u2019" + "a" * 69,
    "\u2019" + "a" * 70,
    "a" * 66 + "\U0001f600" + "a" * 20,
    "\U0001f600" * 35,
    "\U0001f600" * 36,
    "line\nline",
    "ç",
    "Ç" * 160,
    "^{}\\[~]|€",
    "\u2066£20\u2069",
    "نعم" * 30,
    "Rydych chi'n ddyledus £97.40",
]


def random_bodies():
    chance = random.Random(20261123)  # noqa: S311 (the same bodies each time)
    letters = "abc £€[^|\nàéŵж\u2019\U0001f600"
    return [
        "".join(chance.choice(letters[: chance.choice([5, 9, 12, len(letters)])]) for _ in range(chance.randrange(400))) for _ in range(300)
    ]


@pytest.mark.parametrize(
    "bodies", [pytest.param(GOLDEN, id="the golden table"), pytest.param(random_bodies(), id="three hundred at random")]
)
def test_ours_equals_theirs(installed, bodies):
    theirs = ask_node("segments.cjs", bodies)

    ours = [{"encoding": counted.encoding.value, "segments": counted.segments} for counted in map(count, bodies)]

    differences = [(body, mine, other) for body, mine, other in zip(bodies, ours, theirs, strict=True) if body and mine != other]
    assert differences == []
