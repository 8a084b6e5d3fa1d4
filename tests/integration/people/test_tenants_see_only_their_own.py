"""What a tenant sees is theirs, and what is not looks as if it did not exist."""

from datetime import timedelta

import pytest
from sqlalchemy import insert

from rent.domain.identity import IDLE, SessionKind
from rent.domain.message import Author, Delivery, MessageClass
from rent.domain.money import pounds
from rent.domain.periods import Period
from rent.domain.tenancy import Channel
from rent.store import contacts, sessions, tenants, timeline
from rent.store.access import NoSuchRecord
from rent.store.tables.messages import inbound_messages, outbox
from rent.usecases.payments.start import start_payment
from rent.usecases.people.choose_texts import choose_texts
from rent.usecases.people.keep_wording_neutral import keep_wording_neutral
from rent.usecases.people.see_own_messages import see_own_messages
from rent.usecases.people.see_own_payment import see_own_payment
from rent.usecases.people.see_own_preferences import see_own_preferences
from rent.usecases.people.see_own_statement import see_own_statement
from rent.usecases.people.see_time_left import see_time_left
from rent.usecases.people.take_own_statement import take_own_statement
from tests import builders
from tests.builders import NOW, TODAY

LAST_WEEK = Period(TODAY - timedelta(days=7), TODAY + timedelta(days=1))


@pytest.fixture
def ceri(session):
    """Return a tenant with a tenancy and an account, as a record anybody could fake."""
    builders.save_landlord(session)
    tenancy = builders.save_tenancy(session)
    account = builders.save_account(session, tenancy)
    builders.save_postings(session, builders.a_charge("£120", account_id=account))
    return {"person_id": builders.save_tenant(session, tenancy), "tenancy_id": tenancy, "account_id": account}


@pytest.fixture
def neighbour(session):
    """Return somebody else's account and tenancy."""
    tenancy = builders.save_tenancy(session)
    return {"account_id": builders.save_account(session, tenancy), "tenancy_id": tenancy}


def whose(who, *names):
    return {name: who[name] for name in names}


def said(session, ceri, body, *, delivery=Delivery.DELIVERED, message_class=MessageClass.NEUTRAL, shown_as=None):
    row = {
        "command_id": body,
        "channel": Channel.SMS,
        "to_address": "+447700900123",
        "person_id": ceri["person_id"],
        "author": Author.SYSTEM,
        "message_class": message_class,
        "template": "test",
        "language": "en",
        "body": body,
        "shown_as": shown_as,
        "facts": {},
        "segments": 1,
        "delivery": delivery,
        "wanted_at": NOW,
        "not_before": NOW,
    }
    session.execute(insert(outbox).values(**row))


def test_a_statement_of_ones_own_account_is_drawn_up(session, ceri):
    account, drawn = see_own_statement(session, **whose(ceri, "person_id", "account_id"), period=LAST_WEEK, today=TODAY)
    document = take_own_statement(session, **whose(ceri, "person_id", "account_id"), period=LAST_WEEK, today=TODAY)

    assert drawn.closing.pence == 12_000
    assert (document.reference, document.statement) == (account.reference, drawn)


@pytest.mark.parametrize("see", [see_own_statement, take_own_statement])
def test_a_statement_of_another_account_is_not(session, ceri, neighbour, see):
    with pytest.raises(NoSuchRecord):
        see(session, person_id=ceri["person_id"], account_id=neighbour["account_id"], period=LAST_WEEK, today=TODAY)


def test_a_payment_is_seen_by_whoever_made_it_and_nobody_else(session, ceri):
    partner = builders.save_tenant(session, ceri["tenancy_id"], name="Dai Bowen")
    wanted = {"command_id": "c1", "amount": pounds("£20"), "now": NOW, "today": TODAY}
    payment = start_payment(session, **whose(ceri, "person_id", "account_id"), **wanted)

    found, account = see_own_payment(session, person_id=ceri["person_id"], public_id=payment.public_id, today=TODAY)

    assert (found, account.id) == (payment, ceri["account_id"])
    for somebody, name in ((partner, payment.public_id), (ceri["person_id"], "pay_nothing")):
        with pytest.raises(NoSuchRecord):
            see_own_payment(session, person_id=somebody, public_id=name, today=TODAY)


def test_only_what_left_us_is_read_again_and_no_secret_in_it(session, ceri):
    said(session, ceri, "Your code is 123456", shown_as="A code to sign in")
    said(session, ceri, "Not sent yet", delivery=Delivery.WANTED)
    said(session, ceri, "Never sent", delivery=Delivery.DROPPED)
    said(session, ceri, "You are not alone", message_class=MessageClass.SAFETY)

    seen = see_own_messages(session, **whose(ceri, "person_id", "tenancy_id"), today=TODAY)

    assert [one.body for one in seen] == ["A code to sign in"]


def test_what_came_in_stands_in_its_place_and_a_joint_tenants_words_do_not(session, ceri):
    partner = builders.save_tenant(session, ceri["tenancy_id"], name="Dai Bowen")
    for person, body in ((ceri["person_id"], "BALANCE"), (partner, "help me leave")):
        came = {"external_id": body, "channel": Channel.SMS, "from_address": body, "to_address": "us", "body": body, "person_id": person}
        session.execute(insert(inbound_messages).values(**came, received_at=NOW - timedelta(hours=1)))
    said(session, ceri, "You owe nothing")

    seen = see_own_messages(session, **whose(ceri, "person_id", "tenancy_id"), today=TODAY)

    assert [(one.author, one.body) for one in seen] == [(Author.TENANT, "BALANCE"), (Author.SYSTEM, "You owe nothing")]


@pytest.mark.parametrize("see", [see_own_messages, see_own_preferences])
def test_nothing_of_another_tenancy_is_seen(session, ceri, neighbour, see):
    with pytest.raises(NoSuchRecord):
        see(session, person_id=ceri["person_id"], tenancy_id=neighbour["tenancy_id"], today=TODAY)


@pytest.mark.parametrize("wanted", [False, True])
def test_texts_to_a_number_of_ones_own_stop_and_start(session, ceri, wanted):
    number = builders.save_contact_point(session, ceri["person_id"], opted_out=wanted)

    choose_texts(session, **whose(ceri, "person_id", "tenancy_id"), contact_id=number, wanted=wanted, now=NOW, today=TODAY)

    assert [contact.opted_out for contact in contacts.of_person(session, ceri["person_id"])] == [not wanted]


def test_texts_to_another_number_are_nobodys_business(session, ceri, neighbour):
    stranger = builders.save_tenant(session, neighbour["tenancy_id"])
    number = builders.save_contact_point(session, stranger)

    with pytest.raises(NoSuchRecord):
        choose_texts(session, **whose(ceri, "person_id", "tenancy_id"), contact_id=number, wanted=False, now=NOW, today=TODAY)

    assert [contact.opted_out for contact in contacts.of_person(session, stranger)] == [False]


@pytest.mark.parametrize("wanted", [True, False])
def test_a_number_that_another_has_on_file_too_is_theirs_to_choose_for(session, ceri, neighbour, wanted):
    other = builders.save_tenant(session, neighbour["tenancy_id"], name="Dai Bowen")
    builders.save_contact_point(session, other, "+447700900123", opted_out=wanted)
    own = builders.save_contact_point(session, ceri["person_id"], "+447700900123")

    choose_texts(session, **whose(ceri, "person_id", "tenancy_id"), contact_id=own, wanted=wanted, now=NOW, today=TODAY)

    assert [contact.opted_out for contact in contacts.of_person(session, other)] == [wanted]
    assert timeline.of_tenancy(session, neighbour["tenancy_id"], limit=5) == ()


def test_neutral_wording_is_kept_and_noted_once(session, ceri):
    for _again in range(2):
        keep_wording_neutral(session, **whose(ceri, "person_id", "tenancy_id"), now=NOW, today=TODAY)

    assert tenants.wants_neutral_wording(session, ceri["person_id"])
    assert len(timeline.of_tenancy(session, ceri["tenancy_id"], limit=9)) == 1


@pytest.mark.parametrize(
    ("idle", "left"),
    [
        pytest.param(timedelta(), timedelta(minutes=15), id="just used"),
        pytest.param(timedelta(minutes=13), timedelta(minutes=2), id="two minutes before the end"),
        pytest.param(timedelta(minutes=15), timedelta(), id="over"),
    ],
)
def test_how_long_a_session_has_is_seen_without_using_it(session, ceri, idle, left):
    token = sessions.start(session, SessionKind.TENANT, now=NOW, **whose(ceri, "person_id", "tenancy_id"))
    row_key = sessions.row_key_of(session, token)

    seen = [see_time_left(session, row_key=row_key, now=NOW + idle) for _again in range(2)]

    assert seen == [left, left]


def test_a_session_of_eight_hours_ends_however_much_it_is_used(session, ceri):
    token = sessions.start(session, SessionKind.TENANT, now=NOW, **whose(ceri, "person_id", "tenancy_id"))
    row_key = sessions.row_key_of(session, token)
    late = NOW + timedelta(hours=8) - timedelta(minutes=1)
    sessions.touch(session, row_key, late)

    assert see_time_left(session, row_key=row_key, now=late) == timedelta(minutes=1)
    assert IDLE[SessionKind.TENANT] > timedelta(minutes=1)
