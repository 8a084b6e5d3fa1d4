"""Sign webhooks exactly as Stripe does, with Stripe's own code."""

from __future__ import annotations

import json
import time
from typing import Any

import stripe


def signed(event: dict[str, Any], secret: str) -> tuple[str, str]:
    """Return an event's body and its signature header, made this moment."""
    body = json.dumps(event)
    return body, stripe.WebhookSignature.generate_signature_header(body, secret, int(time.time()))
