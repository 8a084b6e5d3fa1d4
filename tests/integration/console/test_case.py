"""An officer opens a tenancy: what they see, what is logged, and what is new."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from rent.domain.message import Author, Delivery
from rent.domain.money import pounds
from rent.domain.officer import Role
from rent.domain.payment import Status
from rent.domain.tenancy import Channel, NumberStatus
from rent.store import conversations, inbound, timeline
from rent.store.access import NoSuchRecord, ReasonNeeded
from rent.store.tables.messages import outbox
from rent.store.tables.records import record_views
from rent.usecases.cases.open import open_tenancy
from rent.usecases.cases.read import Shown
from rent.usecases.cases.refresh import refresh_tenancy
from tests import builders
from tests.builders import NOW, TODAY


def opened(session, officer, home, *, reason="", shown=Shown()):  # noqa: B008 - it never changes
    return open_tenancy(session, officer=officer, public_id=home.public_id, reason=reason, shown=shown, now=NOW, today=TODAY)


def refreshed(session, officer, home, *, seen, reason=""):
    return refresh_tenancy(session, officer=officer, public_id=home.public_id, reason=reason, shown=Shown(), seen=seen, today=TODAY)


def looks(session):
    columns = (record_views.c.officer_id, record_views.c.action, record_views.c.on_patch, record_views.c.reason)
    return [tuple(row) for row in session.execute(select(*columns).order_by(record_views.c.id))]


def a_text_comes_in(session, number="+447700900123", words="Is my rent paid?"):
    arrived = {
        "external_id": f"SM{words}",
        "channel": Channel.SMS,
        "from_address": number,
        "to_address": "+447700900999",
        "body": words,
        "media_count": 0,
        "received_at": NOW,
    }
    inbound.keep(session, [arrived])


def test_each_opening_is_logged_and_a_refresh_is_not(session, home, officer_of):
    officer = officer_of(Role.OFFICER, home.patch)

    case = opened(session, officer, home)
    refreshed(session, officer, home, seen=case.mark)

    assert looks(session) == [(officer.id, "SEE_TENANCY", True, "")]


def test_off_the_patch_a_reason_is_asked_for_and_logged(session, home, officer_of):
    stranger = officer_of(Role.OFFICER)

    with pytest.raises(ReasonNeeded):
        opened(session, stranger, home)
    opened(session, stranger, home, reason="Covering for Bev")

    assert looks(session) == [(stranger.id, "SEE_TENANCY", False, "Covering for Bev")]


def test_an_administrator_sees_no_case(session, home, officer_of):
    with pytest.raises(NoSuchRecord):
        opened(session, officer_of(Role.ADMIN, home.patch), home, reason="curious")

    assert looks(session) == []


def test_the_case_holds_people_money_and_messages(session, home, officer_of):
    builders.save_contact_point(session, home.person, "+447700900555", is_safe=False, status=NumberStatus.HELD)
    builders.save_postings(session, builders.a_charge("£120", on=TODAY - timedelta(days=7), account_id=home.account))
    builders.save_payment(session, home.account, "£20", Status.PENDING)
    thread = conversations.open_for(session, Channel.SMS, "+447700900123", now=NOW)
    conversations.belong_to(session, thread.id, home.person, home.tenancy)
    a_text_comes_in(session)

    case = opened(session, officer_of(Role.OFFICER, home.patch), home)

    assert [member.full_name for member in case.household] == ["Ceri Bowen"]
    assert [contact.is_safe for contact in case.household[0].contacts] == [True, False]
    assert (case.money.owed, case.money.collectable) == (pounds("120"), pounds("100"))
    assert [line.running for line in case.statement.lines] == [pounds("120")]
    assert [attempt.status for attempt in case.payments] == [Status.PENDING]
    assert [(said.author, said.body) for said in case.messages] == [(Author.TENANT, "Is my rent paid?")]


def test_an_auditor_sees_the_figures_and_not_the_people(session, home, officer_of):
    thread = conversations.open_for(session, Channel.SMS, "+447700900123", now=NOW)
    conversations.belong_to(session, thread.id, home.person, home.tenancy)
    a_text_comes_in(session)

    case = opened(session, officer_of(Role.AUDITOR), home)

    assert case.is_masked
    assert "Bowen" not in repr(case)
    assert "Station Road" not in repr(case)
    assert "7700900" not in repr(case)
    assert "Is my rent paid" not in repr(case)


def post(session, home):
    builders.save_postings(session, builders.a_payment_in("£5", account_id=home.account))


def text_us(session, home):
    a_text_comes_in(session)


def start_paying(session, home):
    builders.save_payment(session, home.account, "£20", Status.CREATED)


def ask_for_a_person(session, home):
    thread = conversations.of_tenancy(session, home.tenancy)[0]
    conversations.ask_for_a_person(session, thread.id, "ASKED")


def write_a_line(session, home):
    timeline.write(session, home.tenancy, timeline.Happened.SIGNED_IN, actor="tenant", at=NOW, today=TODAY)


def send(session, home):
    row = {
        "command_id": "c",
        "channel": Channel.SMS,
        "to_address": "+447700900123",
        "tenancy_id": home.tenancy,
        "author": Author.ASSISTANT,
        "message_class": "REPLY",
        "template": "t",
        "language": "en",
        "body": "Hello",
        "facts": {},
        "segments": 1,
        "delivery": Delivery.SENT,
        "wanted_at": NOW,
        "not_before": NOW,
        "attempts": 0,
    }
    session.execute(insert(outbox).values(**row))


def deliver(session, home):
    session.execute(outbox.update().values(delivery=Delivery.DELIVERED))


@pytest.mark.parametrize("event", [post, text_us, start_paying, ask_for_a_person, write_a_line, send, deliver])
def test_what_is_new_is_read_again(session, home, officer_of, event):
    officer = officer_of(Role.OFFICER, home.patch)
    thread = conversations.open_for(session, Channel.SMS, "+447700900123", now=NOW)
    conversations.belong_to(session, thread.id, home.person, home.tenancy)
    if event is deliver:
        send(session, home)
    before = opened(session, officer, home)

    event(session, home)
    after = refreshed(session, officer, home, seen=before.mark)

    assert after is not None
    assert refreshed(session, officer, home, seen=after.mark) is None


def test_somebody_elses_news_is_none_of_this_tenancys(session, home, officer_of):
    officer = officer_of(Role.OFFICER, home.patch)
    case = opened(session, officer, home)

    builders.save_postings(session, builders.a_payment_in("£5", account_id=builders.save_account(session)))
    a_text_comes_in(session, number="+447700900888")

    assert refreshed(session, officer, home, seen=case.mark) is None


def test_a_case_taken_off_the_patch_is_closed_at_the_next_refresh(session, home, officer_of):
    officer = officer_of(Role.OFFICER, home.patch)
    case = opened(session, officer, home)
    moved = officer_of(Role.OFFICER)

    with pytest.raises(ReasonNeeded):
        refreshed(session, moved, home, seen=case.mark)
