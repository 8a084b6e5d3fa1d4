"""Names as people search for them."""

from __future__ import annotations

import pytest

from rent.domain.names import folded


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Siân  Prydderch", "sian prydderch"),
        ("Łukasz Żak", "lukasz zak"),
        ("Ștefan Țepeș", "stefan tepes"),
        ("Ayşe Y\u0131ld\u0131z", "ayse yildiz"),
        ("Björn Straße", "bjorn strasse"),
        ("O\u2019Brien", "o'brien"),
        ("ليلى حداد", "ليلى حداد"),
    ],
)
def test_a_name_is_kept_so_that_a_plain_keyboard_finds_it(name: str, kept: str) -> None:
    assert folded(name) == kept
