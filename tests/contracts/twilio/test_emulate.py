"""Our texting against a fake of Twilio that somebody else wrote: it signs, we check; we send, it keeps."""

from __future__ import annotations

from datetime import timedelta

import httpx
import pytest
from sqlalchemy import select

from messaging.delivery.twilio import TwilioTexts
from rent import runtime
from rent.domain.message import Author, Delivery, MessageClass
from rent.domain.tenancy import Channel
from rent.ports import Undelivered
from rent.store import outbox
from rent.store.tables.messages import inbound_messages
from rent.store.tables.messages import outbox as messages
from tests.contracts.twilio.conftest import ACCOUNT, NUMBER, TOKEN
from tests.integration.messaging.house import wait

TENANT = "+447700900123"


@pytest.fixture
def texts(emulate):
    return TwilioTexts(
        account=ACCOUNT,
        token=TOKEN,
        sender=NUMBER,
        service="",
        status_callback=f"{emulate.webhooks}/webhooks/twilio/status",
        base_url=emulate.origin,
    )


def rows(table):
    with runtime.reading() as session:
        return session.execute(select(table)).mappings().all()


def simulate(emulate, what, **form):
    answer = httpx.post(f"{emulate.origin}/_twilio/simulate/{what}", data=form, auth=(ACCOUNT, TOKEN))
    assert answer.status_code < 300, answer.text


def test_a_text_it_signs_is_let_in_blank_fields_and_all(emulate):
    simulate(emulate, "inbound-message", To=NUMBER, From=TENANT, Body="what do I owe? £20 & more + ŵ")

    wait(lambda: len(rows(inbound_messages)) == 1)
    assert rows(inbound_messages)[0]["body"] == "what do I owe? £20 & more + ŵ"
    assert rows(inbound_messages)[0]["from_address"] == TENANT


def test_what_we_send_it_takes_reports_on_and_lists(emulate, texts):
    with runtime.transaction() as session:
        message = outbox.put(
            session, command_id="test", channel=Channel.SMS, to_address=TENANT, person_id=None, tenancy_id=None, author=Author.SYSTEM,
            message_class=MessageClass.REPLY, template="test", language="en", body="Hello £", wanted_at=runtime.now(),
        )  # fmt: skip
        outbox.claim(session, [message], now=runtime.now())

    sent = texts.send(to=TENANT, body="Hello £", reference=str(message))
    wait(lambda: rows(messages)[0]["provider_id"] is not None)
    simulate(emulate, "message-status", MessageSid=sent.provider_id, Status="delivered")
    wait(lambda: rows(messages)[0]["delivery"] is Delivery.DELIVERED)
    simulate(emulate, "message-status", MessageSid=sent.provider_id, Status="sent")
    listed = list(texts.listed(to=TENANT, since=runtime.now() - timedelta(minutes=1)))

    assert sent.undelivered is None
    assert [(found.provider_id, found.body) for found in listed] == [(sent.provider_id, "Hello £")]
    assert rows(messages)[0]["delivery"] is Delivery.DELIVERED


def test_a_wrong_sender_is_our_fault_and_not_the_tenants(emulate):
    texts = TwilioTexts(account=ACCOUNT, token=TOKEN, sender="+447700900111", service="", status_callback="", base_url=emulate.origin)

    sent = texts.send(to=TENANT, body="Hello", reference="1")

    assert sent.undelivered is Undelivered.OURS


def test_a_wrong_token_is_our_fault_too(emulate):
    texts = TwilioTexts(account=ACCOUNT, token="wrong", sender=NUMBER, service="", status_callback="", base_url=emulate.origin)

    sent = texts.send(to=TENANT, body="Hello", reference="1")

    assert sent.undelivered is Undelivered.OURS
