"""Telling our webhook again what the stand-in for Stripe has told it before."""

from __future__ import annotations

import json
import time

import httpx
from stripe import WebhookSignature

THREE_DAYS = 3 * 86_400
KEY = "sk_test_standin"


def tell_again(standin: str, webhooks: str, secret: str) -> int:
    """Deliver every event there ever was once more, newest first, each saying it is three days old; return how many."""
    events = httpx.get(f"{standin}/v1/events", params={"limit": 100}, headers={"Authorization": f"Bearer {KEY}"}).raise_for_status().json()
    for event in events["data"]:
        event["created"] -= THREE_DAYS
        body = json.dumps(event)
        signature = WebhookSignature.generate_signature_header(body, secret, int(time.time()))
        httpx.post(f"{webhooks}/webhooks/stripe", content=body, headers={"Stripe-Signature": signature}).raise_for_status()
    return len(events["data"])
