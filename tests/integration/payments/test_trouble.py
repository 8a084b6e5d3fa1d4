"""Trouble on the way: lost answers, errors, crashes and webhooks that never come."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from jobs import handle_payment_events, sweep_payments
from rent import runtime
from rent.domain.money import NOTHING
from rent.domain.officer import Role
from rent.domain.payment import Status
from rent.domain.settlement import Standing
from rent.ports import ProviderPayment, ProviderTrouble
from rent.store.access import NoSuchRecord
from rent.usecases.payments.pay_by_link import UnableToPay
from rent.usecases.payments.put_aside import replay_event
from rent.usecases.payments.settle import Settled, settle_payment
from tests.builders import an_officer
from tests.integration.payments.house import House


@pytest.mark.parametrize("fault", ["error_before", "error_after", "conflict"])
def test_an_answer_lost_on_the_way_opens_one_checkout(house: House, fault: str):
    payment = house.start("£20")
    house.knobs(faults=[{"fault": fault, "path": "/v1/checkout/sessions", "times": 2}])

    url = house.open(payment)

    sessions = house.ask("/v1/checkout/sessions")["data"]
    assert [session["url"] for session in sessions] == [url]


def test_a_checkout_asked_for_again_after_we_died_is_the_same_one(house: House):
    payment = house.start("£20")
    house.knobs(faults=[{"fault": "error_after", "path": "/v1/checkout/sessions", "times": 3}])
    with pytest.raises(ProviderTrouble):
        house.open(payment)

    url = house.open(house.start("£20"))

    assert [session["url"] for session in house.ask("/v1/checkout/sessions")["data"]] == [url]


def test_the_same_command_twice_at_once_is_one_payment_with_one_checkout(house: House):
    with ThreadPoolExecutor(4) as people:
        urls = set(people.map(lambda _: house.open(house.start("£20")), range(8)))

    assert len(urls) == 1
    assert len(house.ask("/v1/checkout/sessions")["data"]) == 1


def test_a_command_repeated_for_another_amount_is_refused(house: House):
    house.start("£20")

    with pytest.raises(UnableToPay):
        house.start("£21")


def test_a_payment_nobody_told_us_of_is_found_by_asking(house: House):
    house.knobs(drop_webhooks=100)
    payment = house.paid("£20")
    assert (payment.status, house.inbox()) == (Status.CREATED, [])

    house.make_everything_due()
    sweep_payments.run()

    assert (house.status(payment), house.ledger()) == (Status.PAID, [("PAYMENT", -2000)])


def test_events_whose_webhook_never_came_are_fetched_once_an_hour(house: House):
    payment = house.paid("£20")
    sweep_payments.run()
    house.knobs(drop_webhooks=100)
    house.ask("/v1/refunds", payment_intent=payment.provider_id)
    house.settle()
    assert house.status(payment) is Status.PAID

    house.an_hour_later()
    sweep_payments.run()
    house.settle()

    assert house.status(payment) is Status.REFUNDED


def test_the_hourly_listing_adds_nothing_twice(house: House):
    house.paid("£20")
    before = len(house.inbox())

    sweep_payments.run()
    house.settle()

    assert (len(house.inbox()), house.ledger()) == (before, [("PAYMENT", -2000)])


def test_a_provider_that_cannot_be_asked_is_asked_again_later(house: House):
    payment = house.start("£20")
    house.pay(house.open(payment))
    house.knobs(faults=[{"fault": "too_fast", "path": "/v1/", "times": 100}])
    house.settle()
    assert house.status(payment) is Status.CREATED
    assert all(event.try_again_at is not None and event.trouble for event in house.inbox())

    house.knobs(faults=[])
    house.make_everything_due()
    house.settle()

    assert house.status(payment) is Status.PAID
    assert all(event.handled_at is not None for event in house.inbox())


def test_an_event_a_dead_worker_had_in_hand_is_handled_after_its_lease(house: House):
    payment = house.start("£20")
    house.pay(house.open(payment))
    house.claim_and_die()
    assert handle_payment_events.run() == 0

    house.make_everything_due()
    house.settle()

    assert (house.status(payment), house.ledger()) == (Status.PAID, [("PAYMENT", -2000)])


def test_two_workers_at_once_have_one_effect(house: House):
    house.knobs(hold_webhooks=True, double_webhooks=50)
    for number in range(3):
        house.paid("£20", command=f"command-{number}")
    house.knobs(release_webhooks="twice")
    house.wait()

    with ThreadPoolExecutor(3) as workers:
        list(workers.map(lambda _: handle_payment_events.run(), range(6)))
    house.make_everything_due()
    house.settle()

    assert house.ledger() == [("PAYMENT", -2000)] * 3


def test_an_event_put_aside_can_be_tried_anew_by_those_who_may(house: House):
    house.ask("/v1/payment_intents", amount="900", currency="gbp", confirm="true", payment_method="pm_card_visa")
    house.settle()
    aside = house.inbox()[0]

    with runtime.transaction() as session:
        replay_event(session, officer=an_officer(Role.TEAM_LEADER), event_id=aside.id, now=runtime.now())

    assert handle_payment_events.run() == 1


def test_an_officer_who_may_not_replay_finds_nothing(house: House):
    house.ask("/v1/payment_intents", amount="900", currency="gbp", confirm="true", payment_method="pm_card_visa")
    house.settle()

    with runtime.transaction() as session, pytest.raises(NoSuchRecord):
        replay_event(session, officer=an_officer(Role.OFFICER), event_id=house.inbox()[0].id, now=runtime.now())


def test_an_answer_that_was_overtaken_is_not_used(house: House):
    payment = house.start("£20")
    asked_at = runtime.now()
    house.pay(house.open(payment))
    house.settle()
    old = ProviderPayment(payment.public_id, None, None, Standing.EXPIRED, NOTHING, None)

    with runtime.transaction() as session:
        outcome = settle_payment(session, heard=old, asked_at=asked_at, now=runtime.now(), today=runtime.today())

    assert outcome is Settled.STALE
    assert (house.status(payment), house.payment(payment).needs_a_person) == (Status.PAID, False)
