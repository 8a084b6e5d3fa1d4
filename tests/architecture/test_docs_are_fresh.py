"""Documents that are made from code say what the code says."""

from __future__ import annotations

from pathlib import Path

import pytest

from rent.commands.docs import drawn
from rent.domain.payment import TRANSITIONS


@pytest.mark.parametrize(("path", "words"), drawn().items(), ids=lambda value: value.name if isinstance(value, Path) else "")
def test_a_document_made_from_code_is_fresh(path: Path, words: str):
    assert path.read_text(encoding="utf-8") == words, "run `make docs`, and commit what it made"


def test_every_edge_of_a_payment_is_drawn():
    states = next(words for path, words in drawn().items() if path.name == "states.md")

    for (status, event), following in TRANSITIONS.items():
        assert f"{status} --> {following}: {event}" in states


@pytest.mark.parametrize(
    ("rule", "source"), [("collectable", "domain.md RM-7"), ("RentYear", "domain.md RM-1"), ("Hold.stops", "domain.md BS-5")]
)
def test_a_rule_is_listed_with_its_source(rule: str, source: str):
    rules = next(words for path, words in drawn().items() if path.name == "rules.md")

    assert any(line.startswith(f"| `{rule}` |") and source in line for line in rules.splitlines())
