"""What stands in a cell, and what we make of it."""

from __future__ import annotations

import pytest

from rent.domain.tenancy import Need
from rent.gateways.housing_systems import readers
from rent.gateways.housing_systems.readers import Unreadable


@pytest.mark.parametrize(
    ("cell", "pence"),
    [
        ("120.50", 12_050),
        ("-120.50", -12_050),
        ("120.50-", -12_050),
        ("120.50CR", -12_050),
        ("120.50 DR", 12_050),
        ("£1,234.56", 123_456),
        ("-£5", -500),
        ("£-5.1", -510),
        ("0", 0),
        ("+7", 700),
    ],
)
def test_an_amount_keeps_the_sign_it_is_written_with(cell: str, pence: int) -> None:
    assert readers.pence(cell) == pence


@pytest.mark.parametrize("cell", ["", "twelve", "1.234", "12,34.00", "--5", "-5-", "1e3", "٣", "5.00 XX"])
def test_what_is_no_plain_amount_is_refused(cell: str) -> None:
    with pytest.raises(Unreadable):
        readers.pence(cell)


@pytest.mark.parametrize(
    ("pattern", "cell", "day"),
    [
        ("%d/%m/%Y", "06/04/2026", "2026-04-06"),
        ("%d-%b-%Y", "06-APR-2026", "2026-04-06"),
        ("%Y-%m-%dT%H:%M:%S", "2026-04-06T00:00:00", "2026-04-06"),
    ],
)
def test_a_date_is_read_as_its_system_writes_it(pattern: str, cell: str, day: str) -> None:
    assert readers.day(pattern, "")(cell) == day


def test_a_day_that_never_was_is_refused_with_an_example() -> None:
    with pytest.raises(Unreadable, match="“29/02/2027” is not a date such as 25/12/2026"):
        readers.day("%d/%m/%Y", "25/12/2026")("29/02/2027")


@pytest.mark.parametrize("cell", ["07700 900123", "+44 7700 900123", "0044 7700 900123", "(07700) 900-123"])
def test_a_phone_number_is_kept_one_way_however_it_was_typed(cell: str) -> None:
    assert readers.phone(cell) == "+447700900123"


@pytest.mark.parametrize("cell", ["12345", "0", "unknown", "07700 9001234567"])
def test_what_no_network_could_have_is_no_phone_number_and_is_not_repeated(cell: str) -> None:
    with pytest.raises(Unreadable, match="is not a phone number") as refusal:
        readers.phone(cell)

    assert cell not in str(refusal.value).split(" such as ")[0]


@pytest.mark.parametrize(("cell", "kept"), [("sw1a1aa", "SW1A 1AA"), ("EX4  6QA", "EX4 6QA"), (" m1 1ae ", "M1 1AE")])
def test_a_postcode_is_kept_in_capitals_with_one_space(cell: str, kept: str) -> None:
    assert readers.postcode(cell) == kept


def test_needs_are_read_in_any_list_and_kept_once_each() -> None:
    assert readers.words(Need)("large_print; INTERPRETER,LARGE_PRINT") == "LARGE_PRINT INTERPRETER"


def test_rent_free_weeks_begin_on_mondays() -> None:
    assert readers.mondays("2026-12-28;2026-12-21") == "2026-12-21 2026-12-28"
    with pytest.raises(Unreadable, match="is not a Monday"):
        readers.mondays("2026-12-22")
