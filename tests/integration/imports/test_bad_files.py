"""A file that is not what it should be stops everything, changes nothing, and says what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rent.gateways.housing_systems.control import NotAnExtract
from tests.integration.imports.extracts import LEDGER, LOADED, Loads, add_line, change, say_again


def _drop_column(folder: Path) -> None:
    change(folder, "postings.csv", "value_date", "when")


def _double_column(folder: Path) -> None:
    change(folder, "postings.csv", "payer,means", "payer,payer")


def _latin_1(folder: Path) -> None:
    path = folder / "people.csv"
    path.write_bytes(path.read_text("utf-8").encode("latin-1"))


def _not_text(folder: Path) -> None:
    (folder / "postings.csv").write_bytes(b"PK\x03\x04\x00\x00\xff\xfe")


def _open_quote(folder: Path) -> None:
    change(folder, "postings.csv", "Balance brought forward", '"Balance brought forward')


def _empty(folder: Path) -> None:
    (folder / "postings.csv").write_text("")


def _no_control(folder: Path) -> None:
    (folder / "control.csv").unlink()


def _row_lost(folder: Path) -> None:
    change(folder, "postings.csv", "P00003,500001,CHARGE,105.87,2026-08-31,LANDLORD,NONE,Rent for the week,\n", "")


def _amount_changed(folder: Path) -> None:
    change(folder, "postings.csv", "105.87", "105.78")


def _file_lost(folder: Path) -> None:
    (folder / "charges.csv").unlink()


def _file_misnamed(folder: Path) -> None:
    (folder / "charges.csv").rename(folder / "charge.csv")


def _control_is_prose(folder: Path) -> None:
    change(folder, "control.csv", "postings.csv,410", "postings.csv,many")


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        pytest.param(_drop_column, "postings.csv has no column value_date", id="a missing column"),
        pytest.param(_double_column, "postings.csv has the column payer twice", id="a column twice"),
        pytest.param(_latin_1, "people.csv is not written in utf-8", id="the wrong encoding"),
        pytest.param(_not_text, "postings.csv is not written in utf-8", id="no text at all"),
        pytest.param(_open_quote, "postings.csv is not a CSV file we can read", id="a quotation mark never closed"),
        pytest.param(_empty, "postings.csv has no column", id="an empty file"),
        pytest.param(_no_control, "control.csv is missing", id="no control file"),
        pytest.param(_row_lost, "postings.csv should have 410 rows and has 409", id="a row lost on the way"),
        pytest.param(
            _amount_changed, "postings.csv should add up to £3,771.87 and adds up to £3,771.78", id="an amount changed on the way"
        ),
        pytest.param(_file_lost, "charges.csv is missing", id="a file lost on the way"),
        pytest.param(_file_misnamed, "charge.csv is not one of the files of the evenkeel mapping", id="a file under another name"),
        pytest.param(_control_is_prose, "control.csv cannot be read", id="a control file without figures"),
    ],
)
def test_a_bad_file_changes_nothing_and_says_what_to_do(loads: Loads, extract: Path, spoil: Callable[[Path], None], says: str) -> None:
    spoil(extract)

    with pytest.raises(NotAnExtract) as refusal:
        loads.load(extract)

    assert says in str(refusal.value)
    assert {table: loads.count(table) for table in (*LOADED, *LEDGER, "import_runs")} == dict.fromkeys((*LOADED, *LEDGER, "import_runs"), 0)


def test_a_total_that_an_unreadable_amount_explains_does_not_stop_the_rest(loads: Loads, extract: Path) -> None:
    change(extract, "postings.csv", "CHARGE,105.87", "CHARGE,a lot")

    run = loads.load(extract)

    (reject,) = loads.set_aside(run)
    assert reject.reason == "amount: “a lot” is not an amount such as 1,234.56"


def test_an_unreadable_amount_does_not_explain_a_missing_row(loads: Loads, extract: Path) -> None:
    change(extract, "postings.csv", "CHARGE,105.87", "CHARGE,a lot")
    _row_lost(extract)

    with pytest.raises(NotAnExtract, match="should have 410 rows"):
        loads.load(extract)


def test_postings_alone_may_follow_later(loads: Loads, extract: Path) -> None:
    loads.load(extract)
    for file in ("properties", "tenancies", "people", "accounts", "charges", "benefits"):
        (extract / f"{file}.csv").unlink()
    add_line(extract, "postings.csv", "P99998,500001,PAYMENT,-20.00,2026-11-20,TENANT,CARD,,")
    say_again(extract)

    run = loads.load(extract)

    assert [each.new for each in run.counts.values()] == [1]
