from datetime import date

import pytest

from rent.domain.account import AccountKind
from rent.domain.money import NOTHING, pounds
from rent.domain.payment import Status
from rent.domain.periods import ChargeCycle
from rent.store.homes import NoSuchTenancy
from rent.usecases.accounts.summarise import summarise_tenancy
from tests.builders import (
    a_charge,
    a_line,
    a_payment_in,
    a_uc_claim,
    save_account,
    save_claim,
    save_payment,
    save_postings,
    save_tenancy,
)

MONDAY = date(2026, 11, 23)


def test_only_the_current_rent_account_counts_as_owed(session):
    tenancy = save_tenancy(session)
    rent, garage = save_account(session, tenancy), save_account(session, tenancy, kind=AccountKind.GARAGE)
    save_postings(session, a_charge("£100", account_id=rent), a_charge("£12", account_id=garage))

    summary = summarise_tenancy(session, tenancy_id=tenancy, today=MONDAY)

    assert summary.owed == pounds("£100")
    assert [(account.kind, account.balance) for account in summary.accounts] == [
        (AccountKind.CURRENT_RENT, pounds("£100")),
        (AccountKind.GARAGE, pounds("£12")),
    ]


def test_benefit_and_card_payments_on_their_way_are_not_collected(session):
    tenancy = save_tenancy(session)
    rent = save_account(session, tenancy)
    save_postings(session, a_charge("£600", account_id=rent))
    save_claim(session, tenancy, a_uc_claim("£310", anchor=date(2026, 10, 23), paid_up_to=date(2026, 10, 23)))
    save_payment(session, rent, "£40", Status.PENDING)
    save_payment(session, rent, "£70", Status.CREATED)

    summary = summarise_tenancy(session, tenancy_id=tenancy, today=MONDAY)

    assert (summary.owed, summary.benefit_due, summary.collectable) == (pounds("£600"), pounds("£310"), pounds("£250"))


def test_a_credit_is_owed_the_other_way_and_nothing_is_collectable(session):
    tenancy = save_tenancy(session)
    save_postings(session, a_payment_in("£5", account_id=save_account(session, tenancy)))

    summary = summarise_tenancy(session, tenancy_id=tenancy, today=MONDAY)

    assert (summary.owed, summary.collectable) == (-pounds("£5"), NOTHING)


@pytest.mark.parametrize(
    ("tenancy", "line", "expected"),
    [
        pytest.param({}, {}, (date(2026, 11, 30), "£120"), id="next Monday's rent"),
        pytest.param({"rent_free": [date(2026, 11, 30)]}, {}, (date(2026, 12, 7), "£120"), id="a rent-free week is stepped over"),
        pytest.param({"cycle": ChargeCycle.MONTHLY}, {}, (date(2026, 12, 1), "£120"), id="monthly rent on the first"),
        pytest.param({"ends_on": date(2026, 11, 29)}, {}, (None, "£0"), id="nothing once the tenancy has ended"),
        pytest.param({"ends_on": date(2026, 11, 30)}, {}, (date(2026, 11, 30), "£120"), id="its last day is still charged"),
        pytest.param({}, {"end": date(2026, 11, 30)}, (None, "£0"), id="nothing once the charge has stopped"),
        pytest.param({"starts_on": date(2026, 12, 7)}, {}, (date(2026, 12, 7), "£120"), id="the first day of a tenancy to come"),
    ],
)
def test_the_next_charge(session, tenancy, line, expected):
    tenancy_id = save_tenancy(session, **tenancy)
    save_account(session, tenancy_id, lines=[a_line("£120", **line)])

    summary = summarise_tenancy(session, tenancy_id=tenancy_id, today=MONDAY)

    assert (summary.next_charge_on, summary.next_charge) == (expected[0], pounds(expected[1]))


def test_a_tenancy_nobody_has_is_said_to_be_none(session):
    with pytest.raises(NoSuchTenancy):
        summarise_tenancy(session, tenancy_id=404, today=MONDAY)
