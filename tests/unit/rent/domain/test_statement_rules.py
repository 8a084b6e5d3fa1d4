from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rent.domain.account import AccountKind, balance
from rent.domain.money import NOTHING, Money, pounds
from rent.domain.periods import Period
from rent.domain.policy import AdviceLine
from rent.domain.statement import Document, draw_up, last_thirteen_weeks
from tests.builders import TODAY, a_charge, a_payment_in, a_posting

any_money = st.integers(-(10**9), 10**9).map(Money)
some_postings = st.lists(st.tuples(any_money, st.integers(-200, 200)), max_size=40).map(
    lambda rows: [
        replace(a_posting(), amount=amount, value_date=TODAY + timedelta(days=days))
        for amount, days in sorted(rows, key=lambda row: row[1])
    ]
)


def test_a_statement_a_tenant_could_check():
    november = Period(date(2026, 11, 1), date(2026, 12, 1))
    postings = [
        a_charge("£120", on=date(2026, 11, 2)),
        a_payment_in("£50.50", on=date(2026, 11, 6)),
        a_charge("£120", on=date(2026, 12, 7)),
    ]

    drawn = draw_up(november, pounds("£30.25"), postings)

    assert [line.running for line in drawn.lines] == [pounds("£150.25"), pounds("£99.75")]
    assert (drawn.opening, drawn.debits, drawn.credits, drawn.closing) == tuple(map(pounds, ("£30.25", "£120", "£50.50", "£99.75")))


@given(any_money, some_postings)
def test_it_closes_to_the_penny(opening, postings):
    drawn = draw_up(last_thirteen_weeks(TODAY), opening, postings)

    assert drawn.closing == drawn.opening + drawn.debits - drawn.credits
    assert drawn.debits >= NOTHING
    assert drawn.credits >= NOTHING


@given(any_money, some_postings, st.integers(-200, 200))
def test_what_one_statement_closes_with_the_next_one_opens_with(opening, postings, days):
    between = TODAY + timedelta(days=days)
    first = draw_up(Period(date(2020, 1, 1), between), opening, postings)
    second = draw_up(Period(between), first.closing, postings)

    assert second.closing == opening + balance(postings)
    assert len(first.lines) + len(second.lines) == len(postings)


def test_nothing_happened_closes_as_it_opened():
    assert draw_up(last_thirteen_weeks(TODAY), pounds("£9.99"), []).closing == pounds("£9.99")


def test_thirteen_weeks_end_today():
    period = last_thirteen_weeks(date(2026, 11, 23))

    assert (period.start, period.end) == (date(2026, 8, 24), date(2026, 11, 24))


def test_a_document_speaks_of_no_day_to_come():
    def last_day(end):
        drawn = draw_up(Period(date(2026, 11, 1), end), NOTHING, [])
        return Document(drawn, "A1", AccountKind.CURRENT_RENT, "Us", "0300", AdviceLine("They", "0800", is_verified=False), TODAY).last_day

    assert [last_day(None), last_day(date(2027, 1, 1)), last_day(date(2026, 11, 16))] == [TODAY, TODAY, date(2026, 11, 15)]
