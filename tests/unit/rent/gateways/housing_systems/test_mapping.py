"""A mapping is a data file, and says what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rent.gateways.housing_systems import mapping as mappings
from rent.gateways.housing_systems.mapping import MAPPINGS, NotAMapping


def changed(tmp_path: Path, old: str, new: str) -> str:
    """Return the path of our own mapping with some words replaced."""
    path = tmp_path / "ours.toml"
    path.write_text((MAPPINGS / "evenkeel.toml").read_text("utf-8").replace(old, new, 1), "utf-8")
    return str(path)


def test_the_mappings_that_come_with_the_product_can_all_be_read() -> None:
    assert mappings.names() == ("civica", "evenkeel", "nec", "orchard")
    assert all(len(mappings.load(name).files) == 7 for name in mappings.names())


def test_a_landlord_may_bring_a_mapping_of_its_own(tmp_path: Path) -> None:
    own = mappings.load(changed(tmp_path, '"charge_cycle"', '"frequency"'))

    assert own.name == "ours"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        pytest.param('reference = "posting"\n', "", "postings says nothing of reference", id="a needed field left out"),
        pytest.param('means = "means"', 'mean = "means"', "postings has no field mean", id="a field nobody knows"),
        pytest.param("[files.postings]", "[files.payments]", "cannot be used", id="a file nobody knows"),
        pytest.param('"owed-is-plus"', '"upside-down"', "upside-down", id="a sign nobody knows"),
        pytest.param("[control]", "[control", "cannot be used", id="no TOML"),
    ],
)
def test_a_mapping_that_cannot_be_used_says_why(tmp_path: Path, old: str, new: str, says: str) -> None:
    with pytest.raises(NotAMapping) as refusal:
        mappings.load(changed(tmp_path, old, new))

    assert says in str(refusal.value)


def test_a_mapping_nobody_has_names_those_there_are() -> None:
    with pytest.raises(NotAMapping, match="Use civica, evenkeel, nec, orchard"):
        mappings.load("northgate")
