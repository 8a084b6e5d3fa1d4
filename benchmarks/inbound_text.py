"""A signed text, from the wire to a committed row and an answer; and the same until the reply is committed."""

from __future__ import annotations

import base64
import hmac
import secrets
import statistics
from urllib.parse import urlencode

from benchmarks import landlord
from benchmarks.figures import ROUNDS, Row, empty_house
from benchmarks.load import Measured, hammer, serving

ADDRESS = "http://localhost:3002/webhooks/twilio/sms"
TOKEN = secrets.token_hex(16)
REQUESTS = 4_000
CONNECTIONS = 10
TENANTS = 10_000


def run() -> list[Row]:
    """Return the row of the webhook."""
    with empty_house() as (engine, folder):
        with engine.connect().execution_options(writes=True) as session, session.begin():
            landlord.build(session, TENANTS)
        house = {
            "DATABASE_URL": str(engine.url),
            "STANDIN_TWILIO_AUTH_TOKEN": TOKEN,
            "STRIPE_WEBHOOK_SECRET": "whsec_bench",
            "EVENKEEL_SECRET": TOKEN * 2,
        }
        bare = {"FLOOR_TOKEN": TOKEN, "FLOOR_ADDRESS": ADDRESS, "FLOOR_DATABASE": str(folder / "floor.db")}
        with serving("portal.webhooks:app", house, "/healthz") as ours, serving("benchmarks.floors.texts:app", bare, "/healthz") as floor:
            pairs = [(_round(ours), _round(floor)) for _ in range(ROUNDS + 1)][1:]
    mine, least = (statistics.median(one.a_second for one in side) for side in zip(*pairs, strict=True))
    p99 = statistics.median(one.p99_ms for one, _ in pairs)
    bad = sum(one.bad for one, _ in pairs)
    note = f"p99 {p99:.0f} ms (floor {statistics.median(one.p99_ms for _, one in pairs):.0f}), {bad} refused"
    return [
        Row(
            "signed inbound text kept and answered, 10 connections",
            "a second",
            mine,
            least,
            ">= 0.25, p99 < 50 ms",
            mine / least >= 0.25 and p99 < 50 and not bad,
            note,
        )
    ]


def _round(port: int) -> Measured:
    return hammer(port, [_request(number) for number in range(REQUESTS)], CONNECTIONS)


def _request(number: int) -> bytes:
    form = {
        "AccountSid": "AC" + "0" * 32,
        "ApiVersion": "2010-04-01",
        "Body": "What's my rent balance please",
        "From": landlord.phone(number % TENANTS + 1),
        "FromCountry": "GB",
        "MessageSid": "SM" + secrets.token_hex(16),
        "MessagingServiceSid": "",
        "NumMedia": "0",
        "NumSegments": "1",
        "SmsStatus": "received",
        "To": "+447700900999",
        "ToCountry": "GB",
    }
    signed = (ADDRESS + "".join(name + form[name] for name in sorted(form))).encode()
    signature = base64.b64encode(hmac.digest(TOKEN.encode(), signed, "sha1")).decode()
    body = urlencode(form).encode()
    head = (
        "POST /webhooks/twilio/sms HTTP/1.1",
        "Host: localhost",
        "Content-Type: application/x-www-form-urlencoded",
        f"X-Twilio-Signature: {signature}",
        f"Content-Length: {len(body)}",
    )
    return "\r\n".join((*head, "", "")).encode() + body
