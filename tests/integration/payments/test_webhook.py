"""The webhook takes only what the provider signed, just now, and keeps nothing else."""

from __future__ import annotations

import json
import time

import httpx
import pytest
import stripe

from rent.domain.payment import Status
from rent.settings import settings
from tests.integration.payments.house import SECRET, House

ON_ONE_DATABASE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
EVENT = {
    "id": "evt_1",
    "object": "event",
    "type": "payment_intent.succeeded",
    "created": 1,
    "data": {
        "object": {"id": "pi_1", "object": "payment_intent", "metadata": {"payment": "pay_nobody"}, "receipt_email": "ceri@example.org"}
    },
}


@ON_ONE_DATABASE
@pytest.mark.parametrize(
    ("age", "secret", "status"),
    [
        pytest.param(0, SECRET, 200, id="signed now"),
        pytest.param(280, SECRET, 200, id="signed not quite five minutes ago"),
        pytest.param(301, SECRET, 400, id="signed over five minutes ago"),
        pytest.param(-290, SECRET, 200, id="signed by a clock a little ahead"),
        pytest.param(-400, SECRET, 400, id="signed in the future"),
        pytest.param(0, "whsec_another", 400, id="signed by somebody else"),
    ],
)
def test_a_signature_must_be_ours_and_fresh(house: House, age: int, secret: str, status: int):
    answer = post(house, EVENT, signature=sign(EVENT, secret, int(time.time()) - age))

    assert answer.status_code == status
    assert len(house.inbox()) == (1 if status == 200 else 0)


@ON_ONE_DATABASE
@pytest.mark.parametrize("signature", ["", "t=1", "v1=abc", "t=x,v1=abc", "nonsense"])
def test_a_missing_or_broken_signature_is_refused(house: House, signature: str):
    answer = post(house, EVENT, signature=signature)

    assert (answer.status_code, house.inbox()) == (400, [])


def test_a_body_changed_on_the_way_is_refused(house: House):
    changed = {**EVENT, "type": "payment_intent.canceled"}

    answer = post(house, changed, signature=sign(EVENT, SECRET, int(time.time())))

    assert (answer.status_code, house.inbox()) == (400, [])


def test_without_a_secret_the_webhook_is_not_there(house: House, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("STRIPE_WEBHOOK_SECRET", "")
    settings.cache_clear()

    answer = post(house, EVENT, signature=sign(EVENT, "", int(time.time())))

    assert (answer.status_code, house.inbox()) == (404, [])


def test_an_event_of_no_concern_is_answered_and_not_kept(house: House):
    other = {**EVENT, "type": "customer.created"}

    answer = post(house, other, signature=sign(other, SECRET, int(time.time())))

    assert (answer.status_code, house.inbox()) == (200, [])


def test_nothing_of_the_person_or_the_card_is_kept(house: House):
    post(house, EVENT, signature=sign(EVENT, SECRET, int(time.time())))

    assert house.inbox()[0].payload == {"created": 1, "subject": "PAYMENT", "object_id": "pi_1", "payment": "pay_nobody"}


def test_an_event_about_nothing_we_know_is_kept_for_a_person(house: House):
    intent = house.ask("/v1/payment_intents", amount="900", currency="gbp", confirm="true", payment_method="pm_card_visa")
    house.settle()

    kept = [event for event in house.inbox() if event.payload["object_id"] == intent["id"]]

    assert kept
    assert all(event.handled_at is None and event.try_again_at is None for event in kept)
    assert {event.trouble for event in kept} == {"no payment of ours has that reference"}


def test_more_money_than_was_asked_for_is_brought_to_a_person_and_not_guessed_at(house: House):
    payment = house.start("£20")
    house.ask(
        "/v1/payment_intents",
        **{
            "amount": "2500",
            "currency": "gbp",
            "confirm": "true",
            "payment_method": "pm_card_visa",
            "metadata[payment]": payment.public_id,
        },
    )
    house.settle()

    assert house.ledger() == []
    assert house.payment(payment).needs_a_person
    assert house.status(payment) is Status.CREATED
    assert all(event.trouble for event in house.inbox())


def post(house: House, event: object, *, signature: str) -> httpx.Response:
    return httpx.post(f"{house.portal}/webhooks/stripe", content=json.dumps(event), headers={"stripe-signature": signature})


def sign(event: object, secret: str, at: int) -> str:
    return stripe.WebhookSignature.generate_signature_header(json.dumps(event), secret or "none", at)
