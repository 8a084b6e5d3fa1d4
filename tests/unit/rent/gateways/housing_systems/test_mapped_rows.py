"""A row of each system's extract, and the line we read from it."""

from __future__ import annotations

import pytest

from rent.domain.extract import SHAPES, Part
from rent.gateways.housing_systems import mapping as mappings
from rent.gateways.housing_systems.readers import Unreadable
from rent.gateways.housing_systems.rows import row_reader


def read(name: str, part: Part, row: dict[str, str]) -> dict[str, object]:
    """Return the fields read from a row that has these cells, every other one being empty."""
    mapping = mappings.load(name)
    heading = sorted(mapping.files[part].columns | set(row))
    values = row_reader(mapping, part, heading)([row.get(column, "") for column in heading])
    return dict(zip(SHAPES[part]._fields[1:], values, strict=True))


PAID_BY_CARD = {
    "reference": "77",
    "account": "5001",
    "kind": "PAYMENT",
    "amount": -12_345,
    "value_date": "2026-04-06",
    "payer": "TENANT",
    "means": "CARD",
    "description": "Thanks",
    "reverses": None,
}


@pytest.mark.parametrize(
    ("name", "row"),
    [
        pytest.param(
            "evenkeel",
            {
                "posting": "77",
                "account": "5001",
                "kind": "PAYMENT",
                "amount": "-123.45",
                "value_date": "2026-04-06",
                "payer": "TENANT",
                "means": "CARD",
                "description": "Thanks",
            },
            id="our own: credits negative, dates as 2026-04-06",
        ),
        pytest.param(
            "orchard",
            {
                "TRANS_NO": "77",
                "ACCT_REF": "5001",
                "TRANS_TYPE": "CRD",
                "TRANS_AMT": "-123.45",
                "EFF_DATE": "06/04/2026",
                "NARRATIVE": "Thanks",
            },
            id="Orchard: credits negative, dates as 06/04/2026, codes of three letters",
        ),
        pytest.param(
            "nec",
            {
                "tra_refno": "77",
                "rac_accno": "5001",
                "trt_code": "PAYCARD",
                "tra_dr": "",
                "tra_cr": "123.45",
                "tra_effective_date": "06-APR-2026",
                "tra_text": "Thanks",
            },
            id="NEC: debits and credits apart, dates as 06-APR-2026",
        ),
        pytest.param(
            "civica",
            {
                "TransactionId": "77",
                "AccountNumber": "5001",
                "TransactionType": "Card Payment",
                "Amount": "123.45",
                "DC": "C",
                "ValueDate": "2026-04-06T00:00:00",
                "Description": "Thanks",
            },
            id="Civica: unsigned beside a D or C, dates with midnight",
        ),
    ],
)
def test_the_same_card_payment_reads_the_same_in_every_shape(name: str, row: dict[str, str]) -> None:
    assert read(name, Part.POSTINGS, row) == PAID_BY_CARD


@pytest.mark.parametrize(
    ("code", "kind", "payer", "means"),
    [
        ("DEB", "CHARGE", "LANDLORD", "NONE"),
        ("HBR", "PAYMENT", "HOUSING_BENEFIT", "BENEFIT_FILE"),
        ("UCM", "PAYMENT", "UNIVERSAL_CREDIT", "BENEFIT_FILE"),
        ("TPD", "PAYMENT", "THIRD_PARTY_DEDUCTION", "BENEFIT_FILE"),
        ("DDR", "PAYMENT", "TENANT", "DIRECT_DEBIT"),
        ("DDU", "REVERSAL", "TENANT", "DIRECT_DEBIT"),
        ("CSH", "PAYMENT", "TENANT", "CASH"),
    ],
)
def test_an_orchard_transaction_type_says_what_it_is_whose_money_and_how_it_came(code: str, kind: str, payer: str, means: str) -> None:
    row = {"TRANS_NO": "1", "ACCT_REF": "1", "TRANS_TYPE": code, "TRANS_AMT": "1.00", "EFF_DATE": "06/04/2026"}

    line = read("orchard", Part.POSTINGS, row)

    assert (line["kind"], line["payer"], line["means"]) == (kind, payer, means)


def test_an_orchard_person_has_one_name_our_language_and_no_end_in_the_year_9999() -> None:
    row = {
        "PERSON_REF": "P1",
        "TENANCY_REF": "T1",
        "FORENAME": "Siân",
        "SURNAME": "Bevan",
        "LANG": "WEL",
        "PERSON_TYPE": "J",
        "MOBILE_NO": "07700 900123",
        "OK_TO_TEXT": "N",
        "JOINED_TEN": "01/02/2020",
        "LEFT_TEN": "31/12/9999",
    }

    line = read("orchard", Part.PEOPLE, row)

    assert (line["full_name"], line["language"], line["role"]) == ("Siân Bevan", "cy", "TENANT")
    assert (line["phone"], line["safe_to_text"], line["until"]) == ("+447700900123", 0, None)


def test_a_language_no_mapping_lists_is_english_but_an_unknown_transaction_type_is_refused() -> None:
    person = {"PERSON_REF": "P1", "TENANCY_REF": "T1", "FORENAME": "A", "SURNAME": "B", "LANG": "XYZ", "JOINED_TEN": "01/02/2020"}
    posting = {"TRANS_NO": "1", "ACCT_REF": "1", "TRANS_TYPE": "XYZ", "TRANS_AMT": "1.00", "EFF_DATE": "06/04/2026"}

    assert read("orchard", Part.PEOPLE, person)["language"] == "en"
    with pytest.raises(Unreadable, match="TRANS_TYPE: “XYZ” is not a code the mapping knows"):
        read("orchard", Part.POSTINGS, posting)


def test_an_indicator_that_is_neither_debit_nor_credit_is_refused() -> None:
    row = {
        "TransactionId": "1",
        "AccountNumber": "1",
        "TransactionType": "Charge",
        "Amount": "1.00",
        "DC": "X",
        "ValueDate": "2026-04-06T00:00:00",
    }

    with pytest.raises(Unreadable, match="“X” is neither of D, C"):
        read("civica", Part.POSTINGS, row)
