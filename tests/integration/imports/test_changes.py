"""What an extract may change of what is here, and what it may not."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import update

from rent.domain.extract import Part
from rent.store.tables.people import contact_points, persons
from tests.integration.imports.extracts import Loads, add_line, change, counts, say_again


def test_a_dry_run_says_what_would_change_and_changes_nothing(loads: Loads, extract: Path) -> None:
    loads.load(extract)
    change(extract, "tenancies.csv", "INTRODUCTORY", "SECURE_ENG")
    add_line(extract, "postings.csv", "P99999,500001,PAYMENT,-20.00,2026-11-20,TENANT,CARD,,")
    say_again(extract)
    before = loads.everything()

    would = loads.dry_run(extract)

    assert would[Part.TENANCIES] == counts(changed=1, same=19)
    assert would[Part.POSTINGS] == counts(new=1, same=410)
    assert loads.everything() == before
    assert loads.count("import_runs") == 1


def test_a_dry_run_of_everything_says_the_same_as_the_load_that_follows(loads: Loads, extract: Path) -> None:
    would = loads.dry_run(extract)

    assert loads.count("properties") == 0
    assert loads.load(extract).counts == would


def test_a_new_posting_moves_the_balance_by_its_amount(loads: Loads, extract: Path) -> None:
    loads.load(extract)
    before = _balance(loads, "500001")
    add_line(extract, "postings.csv", "P99999,500001,PAYMENT,-20.00,2026-11-20,TENANT,CARD,,")
    say_again(extract)

    loads.load(extract)

    assert _balance(loads, "500001") == before - 2_000
    assert loads.balances_that_do_not_add_up() == 0


def test_a_posting_is_never_changed_and_the_line_that_would_is_set_aside(loads: Loads, extract: Path) -> None:
    loads.load(extract)
    change(extract, "postings.csv", "P00002,500001,CHARGE,105.87", "P00002,500001,CHARGE,105.88")
    say_again(extract)

    run = loads.load(extract)

    (reject,) = loads.set_aside(run)
    assert (reject.file, reject.line) == ("postings.csv", 3)
    assert "the ledger is never changed" in reject.reason
    assert reject.row["amount"] == "105.88"
    assert loads.balances_that_do_not_add_up() == 0


def test_an_account_does_not_move_to_other_people(loads: Loads, extract: Path) -> None:
    loads.load(extract)
    change(extract, "accounts.csv", "500001,500001,", "500001,500002,")

    run = loads.load(extract)

    (reject,) = loads.set_aside(run)
    assert "belongs to another tenancy" in reject.reason
    assert loads.rows("rent_accounts")[0]["tenancy_id"] == 1


def test_a_tenants_own_choices_and_the_more_careful_of_two_are_kept(loads: Loads, extract: Path) -> None:
    loads.load(extract)
    with loads.transaction() as session:
        session.execute(update(persons).where(persons.c.reference == "N0001").values(language="en", neutral_wording_only=True))
        session.execute(update(contact_points).where(contact_points.c.person_id == 1).values(is_safe=False, opted_out=True))
    before = loads.everything()

    run = loads.load(extract)

    assert run.counts[Part.PEOPLE] == counts(same=23)
    assert loads.everything() == before


def test_a_contact_that_is_no_longer_safe_is_unsafe_here_at_once(loads: Loads, extract: Path) -> None:
    loads.load(extract)
    change(extract, "people.csv", "07700 900601,tenant1@example.org,SMS,Y,Y", "07700 900601,tenant1@example.org,SMS,N,Y")

    run = loads.load(extract)

    assert run.counts[Part.PEOPLE] == counts(changed=1, same=22)
    first = [row["is_safe"] for row in loads.rows("contact_points") if row["person_id"] == 1]
    assert sorted(first) == [False, True]


def _balance(loads: Loads, reference: str) -> int:
    (found,) = (row["balance_pence"] for row in loads.rows("rent_accounts") if row["reference"] == reference)
    return int(found)
