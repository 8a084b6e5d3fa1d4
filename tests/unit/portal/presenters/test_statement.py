"""A statement as a tenant reads it."""

from datetime import date

from portal.presenters.statement import statement
from rent.domain.account import AccountId, AccountKind
from rent.domain.money import pounds
from rent.domain.periods import Period
from rent.domain.statement import draw_up
from rent.usecases.accounts.summarise import AccountSummary
from tests.builders import a_charge, a_payment_in

ACCOUNT = AccountSummary(AccountId(7), "A7", AccountKind.CURRENT_RENT, pounds("£0"))
TODAY = date(2026, 11, 23)


def drawn(*postings, opening="£0", until=date(2026, 12, 1)):
    return draw_up(Period(date(2026, 11, 1), until), pounds(opening), postings)


def test_each_line_says_what_it_is_and_what_is_owed_after_it():
    lines = drawn(a_charge("£120", on=date(2026, 11, 2)), a_payment_in("£130", on=date(2026, 11, 4)))

    view = statement(lines, ACCOUNT, TODAY, "en")

    assert [(row.day, row.what, row.charged, row.paid, row.balance) for row in view.rows] == [
        ("2 Nov 2026", "Rent and charges", "£120.00", "", "£120.00"),
        ("4 Nov 2026", "Payment by card", "", "£130.00", "£10.00 credit"),
    ]


def test_it_says_how_the_balance_came_about():
    view = statement(drawn(a_charge("£120"), a_payment_in("£100"), opening="£15"), ACCOUNT, TODAY, "en")

    assert (view.opening, view.debits, view.credits, view.closing) == ("£15.00", "£120.00", "£100.00", "£35.00")


def test_it_speaks_of_no_day_to_come():
    view = statement(drawn(), ACCOUNT, TODAY, "en")

    assert view.caption == "Rent (A7), 1 November 2026 to 23 November 2026"
    assert view.csv == "/statement.csv?account=7&from=2026-11-01&to=2026-11-23"


def test_the_files_are_in_the_language_of_the_page():
    view = statement(drawn(), ACCOUNT, TODAY, "ar")

    assert view.pdf.startswith("/ar/statement.pdf?")
