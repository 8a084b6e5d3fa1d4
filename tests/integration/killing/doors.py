"""Providers call, the webhooks die with calls in flight, and the providers call again until they are answered 200."""

from __future__ import annotations

import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from random import Random
from typing import Any
from urllib.parse import urlencode

import httpx
import stripe
from sqlalchemy import select
from twilio.request_validator import RequestValidator

from rent.store.tables.messages import inbound_messages
from rent.store.tables.records import external_events
from tests.integration.killing.house import SECRET, TOKEN, House

CALLERS, CALLS = 8, 24
ANSWERED = httpx.codes.OK


@dataclass
class Providers:
    """Both providers, what they said, and what they were told is kept."""

    house: House
    random: Random
    said: set[str] = field(default_factory=set)
    kept: set[str] = field(default_factory=set)
    line: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=15, verify=False))  # noqa: S501 (http, on this machine)

    def call(self, *, kill_after: float) -> int:
        """Call many times at once, kill the webhooks after so many seconds; return how many calls had to be made again."""
        calls = [f"{self.random.choice(('SM', 'evt_'))}{self.random.randbytes(12).hex()}" for _ in range(CALLS)]
        self.said |= set(calls)
        with ThreadPoolExecutor(CALLERS) as callers:
            under_way = [callers.submit(self._until_answered, call) for call in calls]
            threading.Event().wait(kill_after)
            answered = frozenset(self.kept)
            self.house.kill_webhooks()
            assert answered <= self.there(), "what was answered with 200 was not kept"
            return sum(call.result() > 1 for call in under_way)

    def there(self) -> set[str]:
        """Return what is kept, each once."""
        with self.house.transaction() as session:
            texts = session.execute(select(inbound_messages.c.external_id)).scalars().all()
            events = session.execute(select(external_events.c.external_id).where(external_events.c.source == "stripe")).scalars().all()
        found = [*texts, *events]
        assert len(found) == len(set(found)), "something is kept twice"
        return set(found)

    def _until_answered(self, call: str) -> int:
        send = self._text if call.startswith("SM") else self._event
        for attempt in range(1, 100):
            try:
                if send(call) == ANSWERED:
                    self.kept.add(call)
                    return attempt
            except httpx.HTTPError:
                threading.Event().wait(0.02)
        raise AssertionError(f"{call} was never taken")

    def _text(self, sid: str) -> int:
        address = f"{self.house.environment()['WEBHOOK_ORIGIN']}/webhooks/twilio/sms"
        form = {"MessageSid": sid, "From": "+447700900123", "To": "+447700900999", "Body": "balance", "NumMedia": "0", "FromCity": ""}
        headers = {"X-Twilio-Signature": RequestValidator(TOKEN).compute_signature(address, form)}
        return self._post(address, urlencode(form), headers | {"Content-Type": "application/x-www-form-urlencoded"})

    def _event(self, event: str) -> int:
        address = f"{self.house.environment()['WEBHOOK_ORIGIN']}/webhooks/stripe"
        about = {"id": f"pi_{event}", "object": "payment_intent", "metadata": {"payment": "pay_of_nobody"}}
        said: dict[str, Any] = {"id": event, "type": "payment_intent.succeeded", "created": int(time.time()), "data": {"object": about}}
        body = json.dumps(said)
        signature = stripe.WebhookSignature.generate_signature_header(body, SECRET, int(time.time()))
        return self._post(address, body, {"Stripe-Signature": signature})

    def _post(self, address: str, body: str, headers: dict[str, str]) -> int:
        return self.line.post(address, content=body, headers=headers).status_code
