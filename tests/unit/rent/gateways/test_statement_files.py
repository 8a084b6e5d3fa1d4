import csv
from datetime import date
from io import BytesIO, StringIO

import pytest
from pypdf import PdfReader

from rent.domain.account import AccountKind, Payer
from rent.domain.money import pounds
from rent.domain.policy import AdviceLine
from rent.domain.statement import Document, draw_up, last_thirteen_weeks
from rent.gateways.statement_csv import safe, write_csv
from rent.gateways.statement_pdf import write_pdf
from tests.builders import TODAY, a_charge, a_payment_in, a_posting

PAY_AT = "https://rent.example.org"


def a_document(*postings, opening="£10.05", verified=False):
    advice = AdviceLine("Citizens Advice Cymru", "0800 702 2020", is_verified=verified)
    drawn = draw_up(last_thirteen_weeks(TODAY), pounds(opening), postings)
    return Document(drawn, "RA-0012345", AccountKind.CURRENT_RENT, "Tŷ Ŵyn a'r Cylch", "0300 555 0100", advice, TODAY)


A_MONTH = (
    a_charge("£124.37", on=date(2026, 11, 2)),
    a_payment_in("£96.12", on=date(2026, 11, 5), payer=Payer.UNIVERSAL_CREDIT),
    a_payment_in("£1,028.25", on=date(2026, 11, 6)),
)


def cells(document, locale="en"):
    return list(csv.reader(StringIO(write_csv(document, locale).decode("utf-8-sig"))))


def read(document, locale="en"):
    return PdfReader(BytesIO(write_pdf(document, locale, pay_at=PAY_AT)))


def words_of(document, locale="en"):
    return "\n".join(page.extract_text() for page in read(document, locale).pages)


def test_a_spreadsheet_has_every_line_between_its_two_balances():
    assert cells(a_document(*A_MONTH)) == [
        ["Date", "What", "Details", "Charged", "Paid", "Balance"],
        ["2026-08-24", "Balance at the start", "", "", "", "10.05"],
        ["2026-11-02", "Rent and charges", "", "124.37", "", "134.42"],
        ["2026-11-05", "Universal Credit, paid to us", "", "", "96.12", "38.30"],
        ["2026-11-06", "Payment by card", "", "", "1028.25", "-989.95"],
        ["2026-11-23", "Balance at the end", "", "", "", "-989.95"],
    ]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+447700900123", "'+447700900123"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("  =1", "'  =1"),
        ("\uff1d1", "'\uff1d1"),
        ('=HYPERLINK("https://example.org","pay")', '\'=HYPERLINK("https://example.org","pay")'),
        ("Rent", "Rent"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(text, written):
    assert safe(text) == written


def test_a_landlords_own_words_are_made_safe_and_keep_their_commas_and_quotes():
    posting = a_posting("£1", on=date(2026, 11, 2), description='=cmd|"/c calc", then')

    assert cells(a_document(posting))[2][2] == '\'=cmd|"/c calc", then'


def test_a_pdf_is_tagged_named_and_in_its_language():
    reader = read(a_document(*A_MONTH), "cy")
    root = reader.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "cy-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_a_pdf_has_headings_and_tables_with_header_cells():
    kinds = _kinds_of(read(a_document(*A_MONTH)).trailer["/Root"]["/StructTreeRoot"])

    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == 5
    assert kinds.count("/Table") == 2
    assert kinds.count("/TH") == 2 + 5


def test_a_pdf_says_what_a_statement_must():
    said = words_of(a_document(*A_MONTH))

    for expected in (
        "Tŷ Ŵyn a'r Cylch",
        "reference RA-0012345",
        "24 August 2026 to 23 November 2026",
        "Drawn up on 23 November 2026",
        "Balance at the start £10.05",
        "Charged £124.37",
        "Paid £1,124.37",
        "Balance at the end £989.95 credit",
        "5 Nov 2026 Universal Credit, paid to us £96.12 £38.30",
        f"Sign in at {PAY_AT}",
        "Call Tŷ Ŵyn a'r Cylch on 0300 555 0100",
        "If something looks wrong",
    ):
        assert expected in said


def test_a_number_nobody_has_rung_is_given_without_a_promise():
    said = " ".join(words_of(a_document()).split())

    assert "for example Citizens Advice Cymru. The number we have is 0800 702 2020. Numbers and opening times can change." in said


def test_a_number_somebody_has_rung_is_given_plainly():
    assert "Citizens Advice Cymru gives free advice" in words_of(a_document(verified=True))


def test_days_without_a_posting_are_said_to_be_so():
    assert "Nothing was charged or paid in these days." in words_of(a_document())


def test_arabic_is_written_with_a_font_of_ours_that_has_it():
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in read(a_document(*A_MONTH), "ar").pages
        for font in page["/Resources"]["/Font"].values()
    }

    assert any("NotoSansArabic" in font for font in fonts)
    assert all("NotoSans" in font for font in fonts)
    assert read(a_document(), "ar").trailer["/Root"]["/Lang"] == "ar"


def test_what_a_landlord_is_called_is_never_taken_for_markup():
    document = a_document()
    cunning = Document(document.statement, "#panic()[*x*]", document.kind, '#read("/etc/passwd") $x$', "0300", document.advice, TODAY)

    assert '#read("/etc/passwd") $x$' in words_of(cunning)


def test_the_same_statement_is_the_same_file():
    assert write_pdf(a_document(*A_MONTH), "en", pay_at=PAY_AT) == write_pdf(a_document(*A_MONTH), "en", pay_at=PAY_AT)


def _kinds_of(node):
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return [kind for child in node for kind in _kinds_of(child)]
    if not isinstance(node, dict):
        return []
    own = [str(node["/S"])] if "/S" in node else []
    return own + _kinds_of(node.get("/K", []))
