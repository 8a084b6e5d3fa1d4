"""A tenant texts; the webhook, the worker, the carrier and the phone do the rest."""

from __future__ import annotations

import httpx

from rent.domain.message import Delivery
from tests.integration.messaging.house import NUMBER, PROOF


def test_a_tenant_asks_for_the_balance_and_proves_who_they_are(house):
    asked = house.say("what do I owe?")
    told = house.say(PROOF)

    assert "owe" not in asked[0].lower()
    assert "£97.40" in told[0]
    assert house.happened() == ["IDENTITY_PROVED"]
    house.settled()
    assert [row["delivery"] for row in house.sent()] == [Delivery.DELIVERED, Delivery.DELIVERED]


def test_a_tenant_is_sent_a_link_nobody_else_can_read_later(house):
    house.say("balance")
    house.say(PROOF)

    said = house.say("pay £20")

    assert "https://rent.example/p/" in said[0]
    kept = house.sent()[-1]
    assert kept["shown_as"] == "To pay £20 to your rent account go to [link] The link works for one hour."
    assert "PAYMENT_LINK_MADE" in house.happened()


def test_stop_is_honoured_at_once_and_only_the_carrier_answers(house):
    said = house.say("STOP")
    later = house.say("what do I owe")

    assert [words.split()[:4] for words in said] == [["You", "have", "successfully", "been"]]
    assert later == []
    assert house.contact()["opted_out"]
    assert house.sent() == []


def test_start_brings_texts_back(house):
    house.say("STOP")

    said = house.say("START")

    assert any("texts from Afon Homes again" in words for words in said)
    assert not house.contact()["opted_out"]


def test_a_crisis_is_answered_and_stops_everything_else(house):
    said = house.say("I cant go on, I want to die")
    later = house.say("balance")

    assert "116 123" in said[0]
    assert later == []
    assert house.happened() == ["HANDED_TO_OFFICER", "HOLD_PLACED"]


def test_a_wrong_number_gets_one_last_word(house):
    said = house.say("wrong number")
    later = house.say("who is this?")

    assert said == ["Sorry to have troubled you. Afon Homes will not text this number again."]
    assert later == []
    assert house.sent()[-1]["why_not"] == "WRONG_NUMBER"
    assert house.contact()["status"] == "WRONG_PERSON"


def test_the_phone_shows_both_sides_their_states_and_what_they_cost(house):
    house.say("help")
    house.settled()

    page = httpx.get(f"{house.standin}/phone", params={"number": NUMBER}).text

    assert "You can text BALANCE" in page
    assert "delivered. 1 segment, GSM-7, 4p." in page
    assert "received. 1 segment, GSM-7." in page
