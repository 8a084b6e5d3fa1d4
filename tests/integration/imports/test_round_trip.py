"""The same landlord comes out of an extract of any of the four shapes."""

from __future__ import annotations

from pathlib import Path

import pytest

from rent.domain.extract import Part
from rent.gateways.housing_systems import mapping as mappings
from tests.integration.imports.extracts import SAMPLE, Loads, counts, reshaped

SAMPLE_LINES = {
    Part.PROPERTIES: 20,
    Part.TENANCIES: 20,
    Part.PEOPLE: 23,
    Part.ACCOUNTS: 25,
    Part.CHARGES: 28,
    Part.BENEFITS: 7,
    Part.POSTINGS: 410,
}


@pytest.mark.parametrize("name", mappings.names())
def test_every_line_of_an_extract_is_loaded_and_the_balances_add_up(loads: Loads, tmp_path: Path, name: str) -> None:
    folder = reshaped(tmp_path / name, mappings.load(name))

    run = loads.load(folder, name)

    assert run.counts == {part: counts(new=lines) for part, lines in SAMPLE_LINES.items()}
    assert loads.balances_that_do_not_add_up() == 0


@pytest.mark.parametrize("name", mappings.names())
def test_the_same_extract_twice_changes_nothing(loads: Loads, tmp_path: Path, name: str) -> None:
    folder = reshaped(tmp_path / name, mappings.load(name))
    loads.load(folder, name)
    before = loads.everything()

    run = loads.load(folder, name)

    assert run.counts == {part: counts(same=lines) for part, lines in SAMPLE_LINES.items()}
    assert loads.everything() == before


@pytest.mark.parametrize("name", [name for name in mappings.names() if name != "evenkeel"])
def test_another_systems_extract_makes_the_same_landlord_as_our_own(loads: Loads, tmp_path: Path, name: str) -> None:
    run = loads.load(reshaped(tmp_path / name, mappings.load(name)), name)
    theirs = loads.everything()

    again = loads.load(SAMPLE)

    # Homes, tenancies, people and accounts are known by their own references, so our own extract finds them unchanged.
    assert run.counts.keys() == again.counts.keys()
    for part in (Part.PROPERTIES, Part.TENANCIES, Part.PEOPLE, Part.ACCOUNTS, Part.CHARGES, Part.BENEFITS):
        assert again.counts[part] == counts(same=SAMPLE_LINES[part])
    ours = loads.rows("postings")[SAMPLE_LINES[Part.POSTINGS] :]
    assert [_told(row) for row in ours] == [_told(row) for row in theirs["postings"]]


def _told(row: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in row.items() if name != "reverses_id"}


def test_names_are_folded_phones_and_postcodes_written_one_way(loads: Loads) -> None:
    loads.load(SAMPLE)

    people = {row["reference"]: row for row in loads.rows("persons")}
    assert people["N0001"]["full_name"] == "Siân Prydderch"
    assert people["N0001"]["search_name"] == "sian prydderch"
    assert loads.rows("properties")[3]["postcode"] == "EX4 7RT"
    assert {row["value"][:8] for row in loads.rows("contact_points") if row["channel"] == "SMS"} == {"+4477009"}


def test_a_returned_direct_debit_is_linked_to_the_payment_it_undoes(loads: Loads) -> None:
    loads.load(SAMPLE)

    rows = {row["id"]: row for row in loads.rows("postings", without=set())}
    (reversal,) = (row for row in rows.values() if row["kind"] == "REVERSAL")
    undone = rows[reversal["reverses_id"]]
    assert (undone["means"], undone["amount_pence"], undone["account_id"]) == (
        "DIRECT_DEBIT",
        -reversal["amount_pence"],
        reversal["account_id"],
    )
