"""The stand-in remembers, keeps to this machine, and never stands beside a live key."""

from __future__ import annotations

import httpx
import pytest

from messaging.delivery.standin.app import LiveKeyPresent, carrier_for
from messaging.delivery.standin.carrier import Carrier
from messaging.delivery.standin.state import State
from rent.settings import Settings
from tests.integration.messaging.house import NUMBER, wait


def a_carrier(file):
    return Carrier(State(str(file)), account="AC1", token="x", number="+447700900999", webhook_origin="http://127.0.0.1:1")


def test_it_refuses_to_stand_beside_a_live_key(tmp_path):
    with pytest.raises(LiveKeyPresent):
        carrier_for(Settings(twilio_auth_token="live", standin_texts_file=str(tmp_path / "texts.db")))


def test_after_a_crash_it_goes_on_where_it_was(tmp_path):
    file = tmp_path / "texts.db"
    made = a_carrier(file).take(to=NUMBER, sender="+447700900999", body="Hello", callback="")

    again = a_carrier(file)
    again.start()
    wait(lambda: again.state.get(made.sid).status == "delivered")
    again.stop()

    assert made.status == "queued"


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"Host": "evil.example"}, id="a page that points its own name here"),
        pytest.param({"Origin": "https://evil.example"}, id="a form on another site"),
    ],
)
def test_it_serves_this_machine_only(house, headers):
    answer = httpx.post(f"{house.standin}/phone/send", data={"number": NUMBER, "body": "STOP"}, headers=headers)

    assert answer.status_code == 403
    assert house.stored() == 0


def test_a_callback_elsewhere_is_never_made(tmp_path):
    made = a_carrier(tmp_path / "texts.db").take(to=NUMBER, sender="x", body="Hello", callback="https://elsewhere.example/hook")

    assert made.callback == ""


def test_words_of_a_tenant_are_shown_as_text_only(house):
    house.text("<script>alert(1)</script>")

    page = httpx.get(f"{house.standin}/phone", params={"number": NUMBER}).text

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
