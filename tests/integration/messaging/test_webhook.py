"""Twilio's door lets in what Twilio signed, and nothing else."""

from __future__ import annotations

from urllib.parse import urlencode

import httpx
import pytest
from sqlalchemy import select
from twilio.request_validator import RequestValidator

from rent import runtime
from rent.domain.message import Author, Delivery, MessageClass
from rent.domain.tenancy import Channel
from rent.store import outbox
from rent.store.tables.messages import inbound_messages
from rent.store.tables.messages import outbox as messages
from rent.store.tables.records import external_events
from tests.integration.messaging.conftest import TOKEN
from tests.integration.messaging.house import NUMBER

FORM = {"MessageSid": "SM1", "From": NUMBER, "To": "+447700900999", "Body": "what do I owe", "NumMedia": "0", "MessagingServiceSid": ""}


def post(house, form, *, path="/webhooks/twilio/sms", token=TOKEN, origin=None, headers=None, body=None):
    signature = RequestValidator(token).compute_signature(f"{origin or house.webhooks}{path}", form)
    given = {"X-Twilio-Signature": signature, "Content-Type": "application/x-www-form-urlencoded"} | (headers or {})
    return httpx.post(f"{house.webhooks}{path}", content=body or urlencode(form), headers=given)


def kept(house):
    return house.rows(inbound_messages)


def test_a_signed_text_with_a_blank_field_is_kept_and_answered_with_nothing(house):
    answer = post(house, FORM)

    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/xml")
    assert answer.text == '<?xml version="1.0" encoding="UTF-8"?><Response/>'
    assert [row["body"] for row in kept(house)] == ["what do I owe"]


def test_the_signature_is_over_our_own_address_whatever_a_proxy_shows(house):
    answer = post(house, FORM, headers={"Host": "inside.example", "X-Forwarded-Proto": "https"})

    assert answer.status_code == 200


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"token": "another"}, id="another token"),
        pytest.param({"origin": "https://elsewhere.example"}, id="another address"),
        pytest.param({"headers": {"X-Twilio-Signature": ""}}, id="no signature"),
        pytest.param({"body": urlencode(FORM | {"Body": "changed"})}, id="a changed body"),
        pytest.param({"body": urlencode({name: value for name, value in FORM.items() if value})}, id="a blank field left out"),
    ],
)
def test_what_is_not_signed_is_refused_and_not_kept(house, wrong):
    answer = post(house, FORM, **wrong)

    assert answer.status_code == 403
    assert kept(house) == []


def test_the_same_sid_twice_is_one_text(house):
    first, second = post(house, FORM), post(house, FORM)

    assert (first.status_code, second.status_code) == (200, 200)
    assert len(kept(house)) == 1


def test_many_at_once_are_all_kept(house):
    answers = [post(house, FORM | {"MessageSid": f"SM{number}"}) for number in range(20)]

    assert {answer.status_code for answer in answers} == {200}
    assert len(kept(house)) == 20


def test_a_card_number_is_never_kept(house):
    post(house, FORM | {"Body": "pay with 4242 4242 4242 4242 please, ref 1234567890123"})

    assert kept(house)[0]["body"] == "pay with [card number removed] please, ref 1234567890123"


def test_a_body_too_large_is_refused(house):
    answer = post(house, FORM | {"Body": "x" * 70_000})

    assert answer.status_code == 413
    assert kept(house) == []


@pytest.mark.parametrize("missing", ["MessageSid", "From"])
def test_a_text_without_its_essentials_is_refused(house, missing):
    answer = post(house, {name: value for name, value in FORM.items() if name != missing})

    assert answer.status_code == 400
    assert kept(house) == []


def test_a_character_no_database_can_hold_is_left_out(house):
    answer = post(house, FORM | {"Body": "he\0llo"})

    assert answer.status_code == 200
    assert kept(house)[0]["body"] == "hello"


def want(house, **values):
    with runtime.transaction() as session:
        return outbox.put(
            session, command_id="test", channel=Channel.SMS, to_address=NUMBER, person_id=house.person, tenancy_id=house.tenancy,
            author=Author.SYSTEM, message_class=MessageClass.NEUTRAL, template="test", language="en", body="Hello", wanted_at=runtime.now(),
            **values,
        )  # fmt: skip


def report(house, status, *, sid="SM9", ref=None, code=None):
    form = {"MessageSid": sid, "MessageStatus": status} | ({"ErrorCode": str(code)} if code else {})
    return post(house, form, path=f"/webhooks/twilio/status{f'?ref={ref}' if ref else ''}")


@pytest.mark.parametrize(
    ("heard", "stands"),
    [
        pytest.param(["queued", "sent", "delivered"], Delivery.DELIVERED, id="in order"),
        pytest.param(["delivered", "sent", "queued"], Delivery.DELIVERED, id="backwards"),
        pytest.param(["sent", "undelivered", "sent"], Delivery.UNDELIVERED, id="sent after undelivered"),
        pytest.param(["undelivered", "delivered"], Delivery.DELIVERED, id="delivered after all"),
        pytest.param(["sent", "something-new"], Delivery.SENT, id="a word we do not know"),
    ],
)
def test_states_never_step_back(house, heard, stands):
    message = want(house)

    answers = [report(house, status, ref=message) for status in heard]

    assert {answer.status_code for answer in answers} == {204}
    assert house.sent()[0]["delivery"] is stands
    assert house.sent()[0]["provider_id"] == "SM9"


def test_a_report_on_a_text_we_never_sent_is_kept_once(house):
    report(house, "delivered", sid="SM404")
    answer = report(house, "delivered", sid="SM404")

    assert answer.status_code == 204
    with runtime.reading() as session:
        rows = session.execute(select(external_events.c.external_id)).scalars().all()
    assert rows == ["SM404:delivered"]


@pytest.mark.parametrize("code", [30005, 30006])
def test_a_number_the_network_calls_hopeless_is_given_up(house, code):
    message = want(house)

    report(house, "undelivered", ref=message, code=code)

    assert house.contact()["status"] == "UNREACHABLE"
    assert house.happened() == ["WRONG_NUMBER"]
    assert house.rows(messages)[0]["error_code"] == code
