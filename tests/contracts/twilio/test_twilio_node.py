"""Our stand-in for Twilio, held to Twilio's own library for Node."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from messaging.delivery.standin.app import carrier_for, routes_of
from rent.settings import Settings
from tests.contracts.twilio.conftest import ACCOUNT, NUMBER, TOKEN, ask_node
from tests.integration.messaging.house import wait
from tests.integration.payments.house import free_port, served

TENANT, GONE = "+447700900123", "+447700900124"


@pytest.fixture
def heard():
    return []


@pytest.fixture
def listener(heard):
    """Return an app's origin that writes down each webhook it is sent."""
    port = free_port()

    async def listen(request: Request) -> Response:
        form = dict(parse_qsl((await request.body()).decode(), keep_blank_values=True))
        heard.append(
            {"url": f"http://127.0.0.1:{port}{request.url.path}", "form": form, "signature": request.headers["x-twilio-signature"]}
        )
        return Response(status_code=204)

    with served(Starlette(routes=[Route("/{path:path}", listen, methods=["POST"])]), port) as origin:
        yield origin


@pytest.fixture
def standin(listener, tmp_path):
    port = free_port()
    house = Settings(
        twilio_account_sid=ACCOUNT,
        twilio_auth_token="",
        standin_twilio_auth_token=TOKEN,
        webhook_origin=listener,
        standin_texts_file=str(tmp_path / "texts.db"),
    )
    carrier = carrier_for(house)
    carrier.start()
    with served(Starlette(routes=routes_of(carrier)), port) as origin:
        yield origin, carrier
        carrier.stop()


def test_twilios_own_library_finds_nothing_strange(installed, standin, heard):
    origin, carrier = standin
    carrier.text_from_phone(GONE, "STOP")
    carrier.text_from_phone(TENANT, "Hello £ & + ŵ")
    wait(lambda: len(heard) == 2)

    answer = ask_node(
        "talk.cjs",
        {
            "origin": origin,
            "account": ACCOUNT,
            "token": TOKEN,
            "from": NUMBER,
            "to": TENANT,
            "gone": GONE,
            "landline": "+441632960001",
            "signed": heard,
        },
    )

    assert answer == {
        "status": "queued",
        "segments": "1",
        "listed": [True],
        "fetched": "Hello from Node",
        "optedOut": 21610,
        "landline": 21614,
        "invalid": 21211,
        "unknown": 20404,
        "wrongToken": 20003,
        "genuine": [True, True],
    }
