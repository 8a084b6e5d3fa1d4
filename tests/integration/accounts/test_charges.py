from datetime import date, timedelta
from threading import Thread

import pytest

from rent.domain.account import AccountKind
from rent.domain.money import NOTHING, Money, pounds, total
from rent.domain.periods import ChargeCycle, Period, RentYear, add_months
from rent.store import accounts, charges, postings
from rent.usecases.accounts.post_charges import post_charges
from rent.usecases.accounts.reconcile import reconcile_balances
from tests.builders import LONG_AGO, NOW, a_line, save_account, save_tenancy

MONDAY, FIRST_OF_MONTH = date(2026, 11, 23), date(2026, 12, 1)
BOTH = date(2027, 2, 1)


@pytest.mark.parametrize(
    ("day", "tenancy", "account", "charged"),
    [
        pytest.param(MONDAY, {}, {}, "£120", id="weekly rent on a Monday"),
        pytest.param(MONDAY + timedelta(days=1), {}, {}, "£0", id="not on a Tuesday"),
        pytest.param(MONDAY, {"cycle": ChargeCycle.MONTHLY}, {}, "£0", id="monthly rent not on any Monday"),
        pytest.param(FIRST_OF_MONTH, {"cycle": ChargeCycle.MONTHLY}, {}, "£120", id="monthly rent on the first"),
        pytest.param(FIRST_OF_MONTH, {}, {}, "£0", id="weekly rent not on a first that is a Tuesday"),
        pytest.param(MONDAY, {"rent_free": [MONDAY]}, {}, "£0", id="not in a rent-free week"),
        pytest.param(MONDAY, {"rent_free": [MONDAY + timedelta(days=7)]}, {}, "£120", id="the week before a rent-free one"),
        pytest.param(BOTH, {"cycle": ChargeCycle.MONTHLY, "rent_free": [BOTH]}, {}, "£120", id="rent-free weeks are for weekly rents"),
        pytest.param(MONDAY, {"ends_on": MONDAY}, {}, "£120", id="the last day of a tenancy"),
        pytest.param(MONDAY, {"ends_on": MONDAY - timedelta(days=1)}, {}, "£0", id="not after a tenancy has ended"),
        pytest.param(MONDAY, {"starts_on": MONDAY + timedelta(days=7)}, {}, "£0", id="not before a tenancy begins"),
        pytest.param(MONDAY, {}, {"closed_on": MONDAY}, "£0", id="not on a closed account"),
        pytest.param(MONDAY, {}, {"opened_on": MONDAY + timedelta(days=1)}, "£0", id="not on an account still to be opened"),
        pytest.param(MONDAY, {}, {"kind": AccountKind.GARAGE}, "£120", id="a garage as well"),
        pytest.param(MONDAY, {}, {"lines": []}, "£0", id="nothing without charge lines"),
        pytest.param(
            MONDAY,
            {},
            {"lines": [a_line("£100", end=MONDAY), a_line("£110", start=MONDAY), a_line("£7.35", start=LONG_AGO)][:2]},
            "£110",
            id="the new rent on the day it starts",
        ),
    ],
)
def test_who_is_charged(session, day, tenancy, account, charged):
    account_id = save_account(session, save_tenancy(session, **tenancy), **{"lines": [a_line("£120")]} | account)

    post_charges(session, day=day, now=NOW)

    assert accounts.get(session, account_id).balance == pounds(charged)
    assert reconcile_balances(session) == {}


def test_charging_a_day_twice_charges_once(session):
    account = save_account(session, lines=[a_line("£120")])

    first, again = (post_charges(session, day=MONDAY, now=NOW) for _ in range(2))

    assert (first, again) == (1, 0)
    assert accounts.get(session, account).balance == pounds("£120")
    (posting,) = postings.of_account(session, account, Period(MONDAY))
    assert (posting.source, posting.external_id, posting.value_date) == ("charge", f"{account}:2026-11-23", MONDAY)


def test_a_new_account_is_charged_by_the_second_run_and_the_others_are_not(session):
    save_account(session, lines=[a_line("£120")])
    post_charges(session, day=MONDAY, now=NOW)
    late = save_account(session, lines=[a_line("£99.99")])

    charged = post_charges(session, day=MONDAY, now=NOW)

    assert charged == 1
    assert accounts.get(session, late).balance == pounds("£99.99")
    assert reconcile_balances(session) == {}


def test_ranges_hold_every_account_once(session):
    made = [save_account(session) for _ in range(7)]

    found = [account for among in charges.ranges(session, size=3) for account in among]

    assert [account for account in found if account in made] == made
    assert len(set(found)) == len(found)


def test_no_account_makes_no_ranges(session):
    assert list(charges.ranges(session)) == []


def test_a_range_charges_only_its_own_accounts(session):
    inside, outside = (save_account(session, lines=[a_line("£120")]) for _ in range(2))

    charged = post_charges(session, day=MONDAY, now=NOW, among=range(inside, inside + 1))

    assert charged == 1
    assert accounts.get(session, outside).balance == NOTHING


def test_two_who_charge_at_once_charge_once(engine):
    with engine.connect().execution_options(writes=True) as setup, setup.begin():
        made = [save_account(setup, lines=[a_line("£120")]) for _ in range(20)]
    counted: list[int] = []

    def charge() -> None:
        with engine.connect().execution_options(writes=True) as own, own.begin():
            counted.append(post_charges(own, day=MONDAY, now=NOW))

    racers = [Thread(target=charge) for _ in range(4)]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()

    assert sorted(counted) == [0, 0, 0, 20]
    with engine.connect() as after, after.begin():
        assert {accounts.get(after, account).balance for account in made} == {pounds("£120")}
        assert reconcile_balances(after) == {}


@pytest.mark.parametrize(
    ("year_from", "rent_free", "charged"),
    [
        pytest.param(date(2024, 4, 1), 0, 53, id="2024/25 has 53 weeks"),
        pytest.param(date(2026, 4, 6), 0, 52, id="2026/27 has 52"),
        pytest.param(date(2026, 4, 6), 4, 48, id="four of them rent-free"),
    ],
)
def test_a_year_of_weekly_rent(session, year_from, rent_free, charged):
    year = RentYear.of(year_from)
    free = [year.starts_on + timedelta(weeks=10 * number) for number in range(rent_free)]
    account = save_account(session, save_tenancy(session, rent_free=free), lines=[a_line("£120")])

    for day in range((year.next_starts_on - year.starts_on).days):
        post_charges(session, day=year.starts_on + timedelta(days=day), now=NOW)

    assert accounts.get(session, account).balance == pounds("£120") * charged


def test_a_year_of_monthly_rent_is_twelve_charges(session):
    account = save_account(session, save_tenancy(session, cycle=ChargeCycle.MONTHLY), lines=[a_line("£520")])

    for month in range(12):
        post_charges(session, day=add_months(date(2026, 4, 1), month), now=NOW)

    assert total(posting.amount for posting in postings.of_account(session, account, Period(LONG_AGO))) == Money(52_000 * 12)
