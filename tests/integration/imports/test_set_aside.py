"""A row that cannot be used is kept with its reason, the rest is loaded, and it can be tried again."""

from __future__ import annotations

from pathlib import Path

import pytest

from rent.domain.extract import Part
from rent.usecases.imports.replay import UnableToReplay
from tests.integration.imports.extracts import Loads, add_line, change, say_again

GOOD = "P99998,500001,PAYMENT,-20.00,2026-11-20,TENANT,CARD,,"


@pytest.mark.parametrize(
    ("file", "line", "reason"),
    [
        pytest.param(
            "postings.csv", "P9,500001,PAYMENT,-20.00,31/02/2026,TENANT,CARD,,", "value_date: “31/02/2026” is not a date", id="no such day"
        ),
        pytest.param(
            "postings.csv", "P9,500001,GIFT,-20.00,2026-11-20,TENANT,CARD,,", "kind: “GIFT” is none of OPENING, CHARGE", id="no such kind"
        ),
        pytest.param(
            "postings.csv", "P9,999999,PAYMENT,-20.00,2026-11-20,TENANT,CARD,,", "there is no account 999999", id="no such account"
        ),
        pytest.param(
            "postings.csv", "P9,500001,PAYMENT,20.00,2026-11-20,TENANT,CARD,,", "the amount's sign is wrong", id="a payment that charges"
        ),
        pytest.param("postings.csv", "P9,500001,PAYMENT,0.00,2026-11-20,TENANT,CARD,,", "nothing to post", id="nothing at all"),
        pytest.param("postings.csv", "P9,500001,PAYMENT,-20.00", "the row has 4 cells where the heading has 9", id="a row cut short"),
        pytest.param(
            "postings.csv", "P00002,500001,CHARGE,105.87,2026-08-24,LANDLORD,NONE,,", "line 3 is already about the same", id="said twice"
        ),
        pytest.param(
            "postings.csv",
            "P9,500001,REVERSAL,20.00,2026-11-20,TENANT,CARD,,P7777",
            "it undoes posting P7777",
            id="undoes what is not there",
        ),
        pytest.param("tenancies.csv", "600001,H999,SECURE_ENG,WEEKLY,,2026-01-05,", "there is no property H999", id="no such home"),
        pytest.param(
            "tenancies.csv", "600001,H101,SECURE_ENG,WEEKLY,,2026-01-05,2025-01-01", "before it begins", id="ends before it begins"
        ),
        pytest.param("tenancies.csv", "600001,H101,SECURE_ENG,WEEKLY,2026-12-22,2026-01-05,", "is not a Monday", id="free on a Tuesday"),
        pytest.param(
            "people.csv", "N9,500001,TENANT,A B,,en,12345,,,Y,Y,N,,2026-01-05,,", "phone: is not a phone number", id="no phone number"
        ),
        pytest.param("properties.csv", "H999,1 Road,NOWHERE,ENG,NORTH,", "is not a postcode", id="no postcode"),
        pytest.param("properties.csv", "H999,,EX4 6QA,ENG,NORTH,", "address: is empty", id="no address"),
    ],
)
def test_a_bad_row_is_set_aside_in_plain_words_and_the_rest_is_loaded(
    loads: Loads, extract: Path, file: str, line: str, reason: str
) -> None:
    add_line(extract, file, line)
    say_again(extract)
    at = len((extract / file).read_text("utf-8").splitlines())

    run = loads.load(extract)

    (reject,) = loads.set_aside(run)
    assert (reject.file, reject.line) == (file, at)
    assert reason in reject.reason
    assert list(reject.row.values()) == line.split(",")
    assert sum(each.new for each in run.counts.values()) == 533
    assert loads.balances_that_do_not_add_up() == 0


def test_what_hangs_on_a_row_set_aside_is_set_aside_too(loads: Loads, extract: Path) -> None:
    change(extract, "properties.csv", "EX4 6QA", "NOWHERE")
    say_again(extract)

    run = loads.load(extract)

    assert {part for part, each in run.counts.items() if each.set_aside} == set(run.counts) - {Part.BENEFITS}
    assert loads.balances_that_do_not_add_up() == 0


def test_the_same_bad_row_is_kept_once_however_often_the_extract_comes(loads: Loads, extract: Path) -> None:
    add_line(extract, "postings.csv", "P9,999999,PAYMENT,-20.00,2026-11-20,TENANT,CARD,,")
    say_again(extract)

    loads.load(extract)
    loads.load(extract)

    assert loads.count("import_rejects") == 1


def test_a_row_is_used_once_what_it_lacked_has_come(loads: Loads, extract: Path) -> None:
    add_line(extract, "postings.csv", "P9,600001,PAYMENT,-20.00,2026-11-20,TENANT,CARD,,")
    say_again(extract)
    run = loads.load(extract)
    add_line(extract, "accounts.csv", "600001,500001,RECHARGE,2026-01-05,")
    change(extract, "postings.csv", "P9,600001,PAYMENT,-20.00,2026-11-20,TENANT,CARD,,\n", "")
    say_again(extract)
    loads.load(extract)

    replayed = loads.replay(run.number)

    assert (replayed.used, replayed.still_waiting) == (1, 0)
    assert loads.rows("rent_accounts")[-1]["balance_pence"] == -2_000
    with pytest.raises(UnableToReplay):
        loads.replay(run.number)


def test_a_row_that_still_cannot_be_used_goes_on_waiting(loads: Loads, extract: Path) -> None:
    add_line(extract, "postings.csv", "P9,600001,PAYMENT,-20.00,2026-11-20,TENANT,CARD,,")
    add_line(extract, "postings.csv", "P8,500001,PAYMENT,-20.00")
    say_again(extract)
    run = loads.load(extract)

    replayed = loads.replay(run.number)

    assert (replayed.used, replayed.still_waiting) == (0, 2)
