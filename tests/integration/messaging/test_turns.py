"""Stored texts become turns: fragments join, trouble is kept, officers speak."""

from __future__ import annotations

from datetime import timedelta
from itertools import count

import pytest
from sqlalchemy import insert, select, update

from messaging.give_up import TRIES_MAX, note_trouble
from messaging.inbound import Handled, handle
from rent.domain.message import ConversationId
from rent.domain.officer import Officer, OfficerId, Role
from rent.domain.tenancy import Channel
from rent.store import contacts, conversations, inbound
from rent.store.access import NoSuchRecord
from rent.store.tables.homes import properties, tenancies
from rent.store.tables.identity import officers
from rent.store.tables.messages import inbound_messages, outbox
from rent.store.tables.people import contact_points
from rent.usecases.messages.hand_back import hand_back
from rent.usecases.messages.send_text import UnableToSend, send_text
from rent.usecases.messages.take_over import UnableToTakeOver, take_over
from rent.usecases.people.choose_texts import choose_texts
from tests.builders import (
    NOW,
    TODAY,
    a_charge,
    a_line,
    save_account,
    save_contact_point,
    save_landlord,
    save_postings,
    save_tenancy,
    save_tenant,
)

NUMBER = "+447700900123"
_sids = count(1)


@pytest.fixture
def tenancy(session):
    save_landlord(session)
    tenancy = save_tenancy(session)
    account = save_account(session, tenancy, lines=[a_line("£120")])
    save_contact_point(session, save_tenant(session, tenancy), NUMBER)
    save_postings(session, a_charge("£97.40", account_id=account))
    return tenancy


def arrive(session, body, *, after=0, media=0, sid=None):
    at = NOW + timedelta(seconds=after)
    row = {
        "external_id": sid or f"SM{next(_sids)}", "channel": Channel.SMS, "from_address": NUMBER, "to_address": "+447700900999",
        "body": body, "media_count": media, "received_at": at,
    }  # fmt: skip
    inbound.keep(session, [row])


def work(session, *, after=0):
    now, done = NOW + timedelta(seconds=after), []
    while arrived := inbound.oldest_waiting(session, now=now):
        handled = handle(session, arrived, now=now, today=TODAY)
        done.append(handled)
    return done


def said(session):
    return session.execute(select(outbox.c.body).order_by(outbox.c.id)).scalars().all()


def test_what_is_understood_is_answered_at_once(session, tenancy):
    arrive(session, "what do I owe")

    work(session)

    assert len(said(session)) == 1


def test_what_is_not_understood_waits_twenty_seconds_for_the_rest(session, tenancy):
    arrive(session, "what do i")

    early = work(session, after=5)
    late = work(session, after=20)

    assert (early, late) == ([Handled.WAITING], [Handled.DONE])
    assert "did not understand" in said(session)[0]


def test_two_pieces_are_one_question(session, tenancy):
    arrive(session, "hw much")
    work(session, after=1)
    arrive(session, "do I owe", after=8)

    work(session, after=9)

    assert len(said(session)) == 1
    assert "date of birth" in said(session)[0]
    joined = session.execute(select(inbound_messages.c.joined_into).order_by(inbound_messages.c.id)).scalars().all()
    assert joined[0] is not None
    assert joined[1] is None


def test_a_sentence_that_breaks_off_waits_even_when_it_is_understood(session, tenancy):
    arrive(session, "I want to pay and")

    early = work(session, after=1)

    assert early == [Handled.WAITING]


def test_stop_is_never_joined_with_what_came_before(session, tenancy):
    arrive(session, "blah blah")
    arrive(session, "STOP", after=3)

    work(session, after=4)

    understood = session.execute(select(inbound_messages.c.understood).order_by(inbound_messages.c.id)).scalars().all()
    assert understood[1]["intent"] == "OPT_OUT"
    assert said(session) == []


def test_a_crisis_never_waits(session, tenancy):
    arrive(session, "i want to die and")

    assert work(session) == [Handled.URGENT]


def test_handling_again_after_a_crash_says_nothing_twice(session, tenancy):
    arrive(session, "help", sid="SMsame")
    work(session)
    session.execute(update(inbound_messages).values(handled_at=None, joined_into=None))

    work(session)

    assert len(said(session)) == 1


def test_a_text_that_makes_the_code_fail_is_kept_tried_again_and_then_handed_over(session, tenancy):
    arrive(session, "help")
    arrived = inbound.oldest_waiting(session, now=NOW)
    now = NOW

    for attempt in range(TRIES_MAX):
        note_trouble(session, inbound.oldest_waiting(session, now=now) or arrived, RuntimeError("secret words"), now=now, today=TODAY)
        assert inbound.oldest_waiting(session, now=now) is None
        now += timedelta(seconds=5 * 3**attempt)

    row = session.execute(select(inbound_messages)).mappings().one()
    thread = conversations.open_for(session, Channel.SMS, NUMBER, now=now)
    assert (row["trouble"], row["attempts"]) == ("RuntimeError", TRIES_MAX)
    assert row["handled_at"] is not None
    assert (thread.needs_a_person, thread.why_a_person) == (True, "COULD_NOT_HANDLE")
    assert "A person will read it" in said(session)[0]


def test_a_text_in_trouble_does_not_hold_back_the_next(session, tenancy):
    arrive(session, "help")
    note_trouble(session, inbound.oldest_waiting(session, now=NOW), RuntimeError(), now=NOW, today=TODAY)
    arrive(session, "what do I owe", after=1)

    assert work(session, after=1) == [Handled.DONE]


def test_a_picture_without_words_is_answered_at_once(session, tenancy):
    arrive(session, "", media=1)

    work(session)

    assert "only read words" in said(session)[0]


def public_id(session, tenancy):
    return session.execute(select(tenancies.c.public_id).where(tenancies.c.id == tenancy)).scalar_one()


def officer(session, tenancy, name="bev"):
    row = {"email": f"{name}@afon.example", "name": name, "role": Role.OFFICER, "password_hash": "x", "totp_secret": "x"}
    number = session.execute(insert(officers).values(**row).returning(officers.c.id)).scalar_one()
    home = select(properties.c.patch_id).join(tenancies, tenancies.c.property_id == properties.c.id).where(tenancies.c.id == tenancy)
    return Officer(OfficerId(number), name, Role.OFFICER, frozenset({session.execute(home).scalar_one()}))


def thread_of(session):
    return conversations.open_for(session, Channel.SMS, NUMBER, now=NOW)


def test_while_an_officer_holds_the_thread_the_assistant_is_silent(session, tenancy):
    arrive(session, "call me please")
    work(session)
    bev = officer(session, tenancy)
    common = {"tenancy": public_id(session, tenancy), "conversation_id": thread_of(session).id, "reason": "", "now": NOW, "today": TODAY}

    take_over(session, officer=bev, **common)
    arrive(session, "balance", after=60)
    work(session, after=60)
    silent = len(said(session))
    hand_back(session, officer=bev, **common)
    arrive(session, "balance", after=120)
    work(session, after=120)

    assert silent == 1
    assert len(said(session)) == 2
    assert not thread_of(session).needs_a_person


def test_only_one_officer_can_take_a_thread(session, tenancy):
    arrive(session, "call me please")
    work(session)
    bev, sian = officer(session, tenancy), officer(session, tenancy, "sian")
    common = {"tenancy": public_id(session, tenancy), "conversation_id": thread_of(session).id, "reason": "", "now": NOW, "today": TODAY}

    take_over(session, officer=bev, **common)

    with pytest.raises(UnableToTakeOver):
        take_over(session, officer=sian, **common)


def test_a_thread_of_another_tenancy_cannot_be_taken(session, tenancy):
    arrive(session, "call me please")
    work(session)
    other = save_tenancy(session)

    with pytest.raises(NoSuchRecord):
        take_over(
            session,
            officer=officer(session, other),
            tenancy=public_id(session, other),
            conversation_id=ConversationId(thread_of(session).id),
            reason="",
            now=NOW,
            today=TODAY,
        )


def test_an_officer_writes_once_however_often_the_button_is_pressed(session, tenancy):
    arrive(session, "call me please")
    work(session)
    writing = {
        "command_id": "press-1",
        "officer": officer(session, tenancy),
        "tenancy": public_id(session, tenancy),
        "person_id": thread_of(session).person_id,
        "body": "Hello, it is Bev.",
        "reason": "",
        "now": NOW,
        "today": TODAY,
    }

    first, second = send_text(session, **writing), send_text(session, **writing)

    assert first is not None
    assert second is None
    assert said(session)[-1] == "Hello, it is Bev."


@pytest.mark.parametrize("body", ["", "   ", "x" * 919])
def test_an_officer_is_told_what_is_wrong_with_a_text(session, tenancy, body):
    arrive(session, "call me please")
    work(session)

    with pytest.raises(UnableToSend):
        send_text(
            session, command_id="press-1", officer=officer(session, tenancy), tenancy=public_id(session, tenancy),
            person_id=thread_of(session).person_id, body=body, reason="", now=NOW, today=TODAY,
        )  # fmt: skip


def test_a_machine_that_answers_back_is_left_to_an_officer(session, tenancy):
    for number in range(25):
        arrive(session, "help", after=number * 60)
        work(session, after=number * 60)

    assert len(said(session)) == 20
    assert thread_of(session).why_a_person == "TOO_MANY_TURNS"


def test_texts_chosen_again_on_the_web_are_answered_again(session, tenancy):
    arrive(session, "STOP")
    work(session)
    held = contacts.of_person(session, thread_of(session).person_id)[0]
    whose = {"person_id": held.person_id, "tenancy_id": tenancy, "contact_id": held.id}
    choose_texts(session, **whose, wanted=True, now=NOW, today=TODAY)

    arrive(session, "what do I owe", after=60)
    work(session, after=60)

    assert "date of birth" in said(session)[-1]


def test_help_sent_to_a_number_that_is_not_safe_says_nothing_of_what_it_is_for(session, tenancy):
    session.execute(update(contact_points).values(is_safe=False))
    arrive(session, "I want to end my life")

    work(session)

    assert session.execute(select(outbox.c.template)).scalars().all() == ["CRISIS_NEUTRAL"]
