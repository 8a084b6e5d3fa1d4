"""Whatever the carrier does, nothing is said twice and nothing is lost."""

from __future__ import annotations

from datetime import timedelta

from jobs import deliver_outbox, handle_inbound
from messaging.delivery.claim import claim
from messaging.delivery.deliver import URGENT
from messaging.delivery.reconcile import reconcile_batch
from messaging.delivery.sender import texts
from messaging.delivery.standin.faults import Fault
from rent import runtime
from rent.domain.message import Delivery
from tests.integration.messaging.house import NUMBER, wait

NO_WAIT = timedelta(0)


def test_the_same_text_delivered_twice_is_answered_once(house):
    house.wrong(Fault.DOUBLE_WEBHOOK)

    said = house.say("help")

    wait(lambda: house.carrier.state.next_due() is None or bool(house.sent()))
    house.work()
    assert len(said) == 1
    assert house.stored() == 1


def test_states_heard_backwards_and_twice_never_step_back(house):
    house.text("help")
    handle_inbound.run()
    house.carrier.stop()
    deliver_outbox.run()
    house.wrong(Fault.BACKWARDS_CALLBACKS)
    house.wrong(Fault.DOUBLE_CALLBACKS, 2)

    for made in house.carrier.state.thread(NUMBER):
        with house.carrier.state.together() as now:
            now.execute("UPDATE messages SET next_at = 0 WHERE sid = ? AND next_at IS NOT NULL", (made.sid,))
    with house.carrier.state.together() as now:
        made = house.carrier.state.due(now, 1)[0]
        for status in made.to_come:
            form = {"MessageSid": made.sid, "MessageStatus": status}
            house.carrier.state.call(now, sid=made.sid, url=made.callback, form=form, due_at=0, tries=1)
        now.execute("UPDATE messages SET next_at = NULL")
    house.carrier.work()

    assert [(row["delivery"], row["provider_status"]) for row in house.sent()] == [(Delivery.DELIVERED, "delivered")]


def test_a_text_whose_answer_was_lost_is_found_again_and_not_sent_twice(house):
    house.text("help")
    handle_inbound.run()
    house.wrong(Fault.LOSE_ANSWER)

    deliver_outbox.run()
    lost = house.sent()[0]["delivery"]
    reconcile_batch(texts(), left_after=NO_WAIT)
    house.work()
    house.settled()

    assert lost in {Delivery.UNKNOWN, Delivery.SENT, Delivery.DELIVERED}
    assert len(house.heard()) == 1
    assert house.sent()[0]["delivery"] is Delivery.DELIVERED


def test_killed_between_the_claim_and_the_send_it_is_sent_once_later(house):
    house.text("help")
    handle_inbound.run()
    with runtime.transaction() as session:
        claim(session, URGENT, limit=10, now=runtime.now(), today=runtime.today())

    deliver_outbox.run()
    meanwhile = house.heard()
    reconcile_batch(texts(), left_after=NO_WAIT)
    house.work()

    assert meanwhile == []
    assert len(house.heard()) == 1


def test_killed_after_the_send_it_is_not_sent_again(house):
    house.text("help")
    handle_inbound.run()
    with runtime.transaction() as session:
        claimed, _ = claim(session, URGENT, limit=10, now=runtime.now(), today=runtime.today())
    house.carrier.take(to=NUMBER, sender="+447700900999", body=claimed[0].body, callback="")

    settled = reconcile_batch(texts(), left_after=NO_WAIT)
    house.work()

    assert settled == 1
    assert len(house.heard()) == 1
    assert house.sent()[0]["provider_id"] is not None


def test_two_claims_of_the_same_words_are_matched_one_to_one(house):
    house.text("help")
    handle_inbound.run()
    house.text("help")
    handle_inbound.run()
    with runtime.transaction() as session:
        claimed, _ = claim(session, URGENT, limit=10, now=runtime.now(), today=runtime.today())
    house.carrier.take(to=NUMBER, sender="+447700900999", body=claimed[0].body, callback="")

    reconcile_batch(texts(), left_after=NO_WAIT)
    house.work()

    assert len(claimed) == 2
    assert len(house.heard()) == 2


def test_a_carrier_in_trouble_is_tried_again_later(house):
    house.text("help")
    handle_inbound.run()
    house.wrong(Fault.TOO_MANY)

    deliver_outbox.run()

    row = house.sent()[0]
    assert (row["delivery"], row["why_not"], row["attempts"]) == (Delivery.WANTED, "PROVIDER_TROUBLE", 1)
    assert row["not_before"] > row["wanted_at"]


def test_a_landline_is_marked_and_not_tried_again(house):
    house.text("help", number="+447700900004")
    house.work()
    house.settled()

    assert [(row["delivery"], row["error_code"]) for row in house.sent()] == [(Delivery.UNDELIVERED, 30006)]


def test_an_opt_out_only_the_carrier_knew_of_is_honoured(house):
    house.text("help")
    handle_inbound.run()
    with house.carrier.state.together() as now:
        house.carrier.state.set_opted_out(now, NUMBER, opted_out=True)

    deliver_outbox.run()

    assert house.sent()[0]["error_code"] == 21610
    assert house.contact()["opted_out"]
    assert house.happened() == ["OPTED_OUT"]
