"""What leaves is looked at once more in the transaction that claims it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, update

from messaging.delivery.claim import claim
from messaging.delivery.hand_over import hand_over
from rent.domain.hold import HoldKind
from rent.domain.message import Author, Delivery, MessageClass
from rent.domain.tenancy import Channel
from rent.ports import ProviderTrouble, SendUnknown, Sent
from rent.store import outbox, timeline
from rent.store.tables.messages import outbox as messages
from rent.store.tables.people import contact_points
from rent.usecases.messages.opt_out import opt_out
from rent.usecases.messages.pause_collection import pause_collection
from rent.words import LONDON
from tests.builders import TODAY, a_charge, save_account, save_contact_point, save_landlord, save_postings, save_tenancy, save_tenant

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=LONDON)
NUMBER = "+447700900123"


@pytest.fixture
def put(session):
    save_landlord(session)
    tenancy = save_tenancy(session)
    account = save_account(session, tenancy)
    person = save_tenant(session, tenancy)
    save_contact_point(session, person, NUMBER)
    save_postings(session, a_charge("£97.40", account_id=account))

    def put(command="c1", message_class=MessageClass.COLLECTION, *, owed=9740, **said):
        return outbox.put(
            session,
            command_id=command,
            channel=Channel.SMS,
            to_address=NUMBER,
            person_id=person,
            tenancy_id=tenancy,
            author=Author.SYSTEM,
            message_class=message_class,
            template="reminder",
            language="en",
            body="Hello",
            facts={"account_id": account, "owed_pence": owed},
            wanted_at=MONDAY,
            **said,
        )

    put.tenancy, put.account, put.person = tenancy, account, person
    return put


def claimed(session, now=MONDAY):
    taken, _ = claim(session, list(MessageClass), limit=50, now=now, today=now.date())
    return [message.id for message in taken]


def row(session):
    return session.execute(select(messages).order_by(messages.c.id)).mappings().first()


def test_the_same_command_twice_is_one_message(session, put):
    first, second = put(), put()

    assert first is not None
    assert second is None


def test_what_may_leave_is_claimed_once(session, put):
    message = put()

    assert claimed(session) == [message]
    assert claimed(session) == []
    assert row(session)["delivery"] is Delivery.CLAIMED


def test_a_hold_placed_after_the_message_was_wanted_stops_it_and_says_so(session, put):
    put()
    pause_collection(
        session, tenancy_id=put.tenancy, kind=HoldKind.BREATHING_SPACE, reason="told us", actor="officer:1", now=MONDAY, today=TODAY
    )

    taken = claimed(session)

    assert taken == []
    assert (row(session)["delivery"], row(session)["why_not"]) == (Delivery.DROPPED, "ON_HOLD_BREATHING_SPACE")
    newest = timeline.of_tenancy(session, put.tenancy, limit=1)[0]
    assert (newest.happened, newest.detail["why"]) == (timeline.Happened.MESSAGE_DROPPED, "ON_HOLD_BREATHING_SPACE")


def test_an_opt_out_after_the_message_was_wanted_stops_it(session, put):
    put()
    opt_out(session, channel=Channel.SMS, address=NUMBER, actor="tenant", now=MONDAY, today=TODAY)

    assert claimed(session) == []
    assert row(session)["why_not"] == "OPTED_OUT"


def test_a_payment_after_the_words_were_written_stops_them(session, put):
    put()
    save_postings(session, a_charge("-£20", account_id=put.account))

    assert claimed(session) == []
    assert row(session)["why_not"] == "BALANCE_MOVED"


def test_a_second_reminder_within_the_week_is_dropped(session, put):
    put("c1")
    claimed(session)
    put("c2")

    assert claimed(session, MONDAY + timedelta(days=2)) == []


def test_a_reminder_at_night_waits_for_the_morning(session, put):
    message = put()

    at_night = claimed(session, MONDAY.replace(hour=22))
    in_the_morning = claimed(session, MONDAY.replace(hour=8) + timedelta(days=1))

    assert at_night == []
    assert in_the_morning == [message]


def test_two_people_who_share_a_number_are_both_looked_at(session, put):
    other = save_tenant(session, put.tenancy, name="Sam Bowen")
    save_contact_point(session, other, NUMBER)
    session.execute(update(contact_points).where(contact_points.c.person_id == other).values(opted_out=True))
    outbox.put(
        session,
        command_id="reply",
        channel=Channel.SMS,
        to_address=NUMBER,
        person_id=None,
        tenancy_id=put.tenancy,
        author=Author.ASSISTANT,
        message_class=MessageClass.REPLY,
        template="HELP",
        language="en",
        body="Hello",
        wanted_at=MONDAY,
    )

    assert claimed(session) == []


class Texts:
    """A provider that answers as it is told to."""

    def __init__(self, *answers):
        self.answers = list(answers)

    def send(self, **_message):
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


def three(session, put):
    for number in range(3):
        put(f"c{number}", MessageClass.REPLY)
    taken, _ = claim(session, [MessageClass.REPLY], limit=3, now=MONDAY, today=TODAY)
    return taken


def test_an_answer_that_never_came_is_unknown_and_the_rest_goes_on(session, put):
    done = hand_over(Texts(Sent("SM1", "queued"), SendUnknown(), Sent("SM3", "queued")), three(session, put))

    assert [outcome.delivery for outcome in done.outcomes] == [Delivery.SENT, Delivery.UNKNOWN, Delivery.SENT]


def test_a_provider_in_trouble_is_not_asked_again_at_once(session, put):
    done = hand_over(Texts(Sent("SM1", "queued"), ProviderTrouble()), three(session, put))

    assert [outcome.delivery for outcome in done.outcomes] == [Delivery.SENT]
    assert len(done.again) == 2


def test_nothing_is_sent_on_a_claim_that_has_grown_old(session, put):
    clock = iter([0.0, 1.0, 30.0])

    done = hand_over(Texts(Sent("SM1", "queued")), three(session, put), clock=lambda: next(clock))

    assert len(done.outcomes) == 1
    assert len(done.again) == 2
