"""A number has one owner after another: neither sees the other's texts, nor does an officer of the wrong tenancy."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count

import pytest
from sqlalchemy import insert, select, update

from messaging.inbound import handle
from rent.domain.officer import OfficerId, Role
from rent.domain.tenancy import Channel, NumberStatus
from rent.store import conversations, correspondence, inbound
from rent.store.tables.identity import officers
from rent.store.tables.messages import outbox
from rent.store.tables.people import contact_points, persons
from rent.usecases.people.see_own_messages import see_own_messages
from tests.builders import NOW, TODAY, save_account, save_contact_point, save_landlord, save_tenancy, save_tenant

NUMBER = "+447700900123"
_sids = count(1)


@pytest.fixture
def former(session):
    """Return somebody who had the number first."""
    save_landlord(session)
    return a_tenant(session)


def a_tenant(session, **contact):
    tenancy = save_tenancy(session)
    save_account(session, tenancy)
    person = save_tenant(session, tenancy)
    save_contact_point(session, person, NUMBER, **contact)
    return {"person_id": person, "tenancy_id": tenancy}


def text(session, body, *, after=0):
    at = NOW + timedelta(seconds=after)
    row = {
        "external_id": f"SM-hands-{next(_sids)}", "channel": Channel.SMS, "from_address": NUMBER, "to_address": "+447700900999",
        "body": body, "media_count": 0, "received_at": at,
    }  # fmt: skip
    inbound.keep(session, [row])
    arrived = inbound.oldest_waiting(session, now=at)
    handle(session, arrived, now=at, today=TODAY)


def seen_by(session, who):
    return [message.body for message in see_own_messages(session, **who, today=TODAY)]


def on_the_case(session, who):
    return [message.body for message in correspondence.of_tenancy(session, who["tenancy_id"], limit=50)]


def last_answer(session):
    return session.execute(select(outbox.c.body).order_by(outbox.c.id.desc()).limit(1)).scalar_one()


def belongs_to(session):
    thread = conversations.open_for(session, Channel.SMS, NUMBER, now=NOW)
    return thread.person_id, thread.tenancy_id


def gives_up(session, who):
    mine = contact_points.c.person_id == who["person_id"]
    session.execute(update(contact_points).where(mine).values(status=NumberStatus.WRONG_PERSON))


def test_the_new_owner_does_not_see_what_the_old_one_wrote(session, former):
    text(session, "what do I owe")
    gives_up(session, former)
    later = a_tenant(session)

    text(session, "hello, when is my rent due", after=60)

    assert "what do I owe" not in seen_by(session, later)
    assert "what do I owe" not in on_the_case(session, later)
    assert "what do I owe" in seen_by(session, former)


def test_the_old_owner_does_not_see_what_the_new_one_writes(session, former):
    text(session, "what do I owe")
    gives_up(session, former)
    later = a_tenant(session)

    text(session, "hello, when is my rent due", after=60)

    assert "hello, when is my rent due" not in seen_by(session, former)
    assert "hello, when is my rent due" not in on_the_case(session, former)
    assert "hello, when is my rent due" in on_the_case(session, later)
    assert session.execute(select(outbox.c.person_id).order_by(outbox.c.id.desc()).limit(1)).scalar_one() == later["person_id"]


def test_what_was_proved_by_the_old_owner_does_not_count_for_the_new_one(session, former):
    text(session, "what do I owe")
    text(session, "29/02/1980 LL57 1AA", after=30)
    gives_up(session, former)
    later = a_tenant(session)

    text(session, "what do I owe", after=90)

    assert "date of birth" in last_answer(session)
    assert belongs_to(session) == (later["person_id"], later["tenancy_id"])


def test_an_officer_who_held_the_thread_for_the_old_owner_does_not_hold_it_for_the_new_one(session, former):
    text(session, "what do I owe")
    thread = conversations.open_for(session, Channel.SMS, NUMBER, now=NOW)
    session.execute(insert(officers).values(id=1, email="b@example.org", name="Bev", role=Role.OFFICER, password_hash="", totp_secret=""))
    conversations.hold(session, thread.id, OfficerId(1))
    gives_up(session, former)
    a_tenant(session)

    text(session, "when is my rent due", after=60)

    assert conversations.get(session, thread.id).held_by is None


def test_while_two_have_the_number_nobody_sees_what_came_from_it_until_one_proves_who_they_are(session, former):
    later = a_tenant(session)
    session.execute(update(persons).where(persons.c.id == later["person_id"]).values(date_of_birth=date(1991, 5, 4)))

    text(session, "what do I owe")
    before = seen_by(session, former), seen_by(session, later)
    text(session, "04/05/1991 LL57 1AA", after=30)

    assert before == ([], [])
    assert seen_by(session, former) == []
    assert seen_by(session, later) == ["04/05/1991 LL57 1AA"]


def test_a_thread_stays_with_its_owner_when_somebody_else_has_only_just_added_the_number(session, former):
    text(session, "what do I owe")
    a_tenant(session, usable_from=TODAY + timedelta(days=2))

    text(session, "when is my rent due", after=60)

    assert belongs_to(session) == (former["person_id"], former["tenancy_id"])


def test_a_joint_tenant_who_lives_is_not_taken_for_the_one_who_died(session, former):
    text(session, "what do I owe")
    partner = save_tenant(session, former["tenancy_id"], name="Dai Bowen")
    save_contact_point(session, partner, NUMBER)
    session.execute(update(persons).where(persons.c.id == former["person_id"]).values(deceased_on=TODAY))

    text(session, "when is my rent due", after=60)

    assert belongs_to(session) == (partner, former["tenancy_id"])


@pytest.mark.parametrize("words", ["I want to end my life", "he hits me and I am scared"])
def test_what_somebody_wrote_about_their_safety_is_not_read_again_where_another_may_look(session, former, words):
    text(session, words)

    assert seen_by(session, former) == []
    assert words in on_the_case(session, former)


def test_a_number_only_just_added_to_a_record_proves_nothing_about_it_even_if_another_record_trusts_it(session, former):
    victim = a_tenant(session, usable_from=TODAY + timedelta(days=2))
    session.execute(update(persons).where(persons.c.id == victim["person_id"]).values(date_of_birth=date(1991, 5, 4)))
    text(session, "what do I owe")

    text(session, "04/05/1991 LL57 1AA", after=30)

    assert belongs_to(session) == (former["person_id"], former["tenancy_id"])
    assert "£" not in last_answer(session)
