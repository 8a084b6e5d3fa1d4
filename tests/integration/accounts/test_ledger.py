from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import DatabaseError

from rent.domain.account import AccountId, PostingId, PostingKind
from rent.domain.money import NOTHING, pounds
from rent.domain.periods import Period
from rent.store import accounts, postings, timeline
from rent.store.tables.accounts import postings as ledger
from rent.store.tables.accounts import rent_accounts
from rent.store.timeline import Happened
from rent.usecases.accounts.draw_up_statement import draw_up_statement
from rent.usecases.accounts.post import UnableToPost, record_posting
from rent.usecases.accounts.prepare_document import prepare_document
from rent.usecases.accounts.reconcile import reconcile_balances
from rent.usecases.accounts.reverse import UnableToReverse, reverse_posting
from tests.builders import NOW, TODAY, a_charge, a_payment_in, a_posting, save_account, save_landlord, save_postings, save_tenancy

EVER = Period(date(2000, 1, 1))


def reverse(session, posting_id):
    return reverse_posting(session, posting_id=posting_id, reason="entered twice", actor="officer:1", now=NOW, today=TODAY)


def test_the_same_posting_twice_is_posted_once(session):
    account = save_account(session)
    posting = a_payment_in("£20", account_id=account)

    first = record_posting(session, posting=posting, now=NOW)
    again = record_posting(session, posting=replace(posting, amount=-pounds("£99")), now=NOW)

    assert first is not None
    assert again is None
    assert accounts.get(session, account).balance == -pounds("£20")
    assert len(postings.of_account(session, account, EVER)) == 1


@pytest.mark.parametrize(
    "posting",
    [
        pytest.param(a_charge("£120", account_id=AccountId(404)), id="no such account"),
        pytest.param(a_posting("£5", kind=PostingKind.PAYMENT), id="a payment that would raise the balance"),
        pytest.param(a_posting("£0"), id="nothing at all"),
    ],
)
def test_what_cannot_go_on_the_ledger(session, posting):
    account = save_account(session)
    given = posting if posting.account_id == 404 else replace(posting, account_id=account)

    with pytest.raises(UnableToPost):
        record_posting(session, posting=given, now=NOW)

    assert accounts.get(session, account).balance == NOTHING


@pytest.mark.parametrize("change", [update(ledger).values(amount_pence=1), delete(ledger)], ids=["changed", "deleted"])
def test_the_ledger_can_be_neither_changed_nor_shortened(session, change):
    save_postings(session, a_charge(account_id=save_account(session)))

    with pytest.raises(DatabaseError, match="only grows"), session.begin_nested():
        session.execute(change)


def test_the_stored_balance_is_the_sum(session):
    account = save_account(session)
    save_postings(session, a_charge("£120", account_id=account), a_payment_in("£75.55", account_id=account))

    assert (
        accounts.get(session, account).balance == pounds("£44.45") == postings.balance_before(session, account, TODAY + timedelta(days=1))
    )
    assert reconcile_balances(session) == {}


def test_a_balance_that_is_not_the_sum_is_reported_and_left_for_a_person(session):
    sound, wrong, empty = (save_account(session) for _ in range(3))
    save_postings(session, a_charge("£120", account_id=sound), a_charge("£120", account_id=wrong))
    session.execute(update(rent_accounts).where(rent_accounts.c.id == wrong).values(balance_pence=12_001))
    session.execute(update(rent_accounts).where(rent_accounts.c.id == empty).values(balance_pence=-5))

    found = reconcile_balances(session)

    assert found == {wrong: pounds("£0.01"), empty: -pounds("£0.05")}
    assert accounts.get(session, wrong).balance == pounds("£120.01")


def test_a_reversal_undoes_a_posting_and_leaves_both_in_sight(session):
    tenancy = save_tenancy(session)
    account = save_account(session, tenancy)
    (mistake,) = save_postings(session, a_charge("£120", account_id=account))

    undoing = reverse(session, mistake)

    kept = postings.of_account(session, account, EVER)
    assert [(line.id, line.reverses, line.amount) for line in kept] == [
        (mistake, None, pounds("£120")),
        (undoing, mistake, -pounds("£120")),
    ]
    assert accounts.get(session, account).balance == NOTHING
    assert timeline.of_tenancy(session, tenancy, limit=1)[0].happened is Happened.POSTING_REVERSED


def test_a_posting_is_reversed_once(session):
    (mistake,) = save_postings(session, a_charge("£120", account_id=save_account(session)))
    undoing = reverse(session, mistake)

    for posting_id in (mistake, undoing, PostingId(404)):
        with pytest.raises(UnableToReverse):
            reverse(session, posting_id)

    assert reconcile_balances(session) == {}


def test_a_statement_closes_to_the_penny_and_the_last_one_with_the_balance(session):
    account, other = save_account(session), save_account(session)
    mondays = [date(2026, 8, 3) + timedelta(weeks=week) for week in range(16)]
    save_postings(session, *(a_charge("£97.37", on=day, account_id=account) for day in mondays))
    save_postings(session, *(a_payment_in("£60.01", on=day + timedelta(days=4), account_id=account) for day in mondays[::2]))
    save_postings(session, a_charge("£500", account_id=other))
    autumn, since = Period(date(2026, 9, 1), date(2026, 11, 1)), Period(date(2026, 11, 1))

    earlier, later = (draw_up_statement(session, account_id=account, period=period) for period in (autumn, since))

    assert earlier.closing == earlier.opening + earlier.debits - earlier.credits == later.opening
    assert later.closing == accounts.get(session, account).balance == pounds("£97.37") * 16 - pounds("£60.01") * 8


def test_a_statement_is_in_the_order_of_value_dates(session):
    account = save_account(session)
    save_postings(session, *(a_charge("£1", on=TODAY - timedelta(days=days), account_id=account) for days in (1, 5, 3)))

    drawn = draw_up_statement(session, account_id=account, period=EVER)

    assert [line.posting.value_date for line in drawn.lines] == [TODAY - timedelta(days=days) for days in (5, 3, 1)]


def test_a_document_carries_the_landlord_and_the_advice_of_its_region(session):
    save_landlord(session, name="Tŷ Afon")
    account = save_account(session)
    save_postings(session, a_charge("£120", account_id=account))

    document = prepare_document(session, account_id=account, period=EVER, today=TODAY)

    assert (document.landlord, document.advice.name, document.drawn_up_on) == ("Tŷ Afon", "Citizens Advice Cymru", TODAY)
    assert document.statement.closing == pounds("£120")
