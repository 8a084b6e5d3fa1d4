"""Stripe's events: who really sent them, and what of them concerns us."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

import stripe

from rent.gateways.stripe_payments.reading import OUR_ID
from rent.ports import NotSigned, ProviderEvent, Subject

TOLERANCE_SECONDS: Final = 300

_CHECKOUT = ("completed", "async_payment_succeeded", "async_payment_failed", "expired")
_INTENT = ("processing", "succeeded", "payment_failed", "canceled")
_MONEY_BACK = (
    "charge.refunded",
    "refund.created",
    "refund.updated",
    "refund.failed",
    "charge.dispute.created",
    "charge.dispute.updated",
    "charge.dispute.closed",
    "charge.dispute.funds_withdrawn",
    "charge.dispute.funds_reinstated",
    "charge.failed",
)

# Only these enter. No more than twenty: that many can be asked for in one listing.
SUBJECTS: Final[Mapping[str, Subject]] = {
    **{f"checkout.session.{what}": Subject.CHECKOUT for what in _CHECKOUT},
    **{f"payment_intent.{what}": Subject.PAYMENT for what in _INTENT},
    **dict.fromkeys(_MONEY_BACK, Subject.PAYMENT),
    "payout.paid": Subject.PAYOUT,
    "payout.reconciliation_completed": Subject.PAYOUT,
}


def read(raw: bytes, signature: str | None, secret: str, now: datetime) -> ProviderEvent:
    """
    Return the event in a webhook's raw body.

    :raises NotSigned: if it was not signed with our secret within five minutes of now, either way
    """
    try:
        # Its own check of the age reads the clock itself, and lets the future pass.
        stripe.WebhookSignature.verify_header(raw, signature, secret, tolerance=None)
    except (stripe.SignatureVerificationError, ValueError) as why:
        raise NotSigned("the signature does not match") from why
    if abs(now.timestamp() - _signed_at(signature or "")) > TOLERANCE_SECONDS:
        raise NotSigned("signed too long ago, or in the future")
    try:
        return of(json.loads(raw))
    except (ValueError, KeyError, TypeError) as why:
        raise NotSigned("signed, but no event") from why


def of(event: Mapping[str, Any]) -> ProviderEvent:
    """Return an event as we know it. Of its payload only the moment is kept: the rest is looked up."""
    about = event["data"]["object"]
    subject = SUBJECTS.get(event["type"], Subject.OTHER)
    return ProviderEvent(
        event_id=event["id"],
        kind=event["type"],
        object_id=_object_id(about, subject),
        payment=(about.get("metadata") or {}).get(OUR_ID),
        payload={"created": event["created"]},
        # A charge or a dispute without an intent was not begun by us.
        subject=subject if _object_id(about, subject) else Subject.OTHER,
    )


def _object_id(about: Mapping[str, Any], subject: Subject) -> str:
    if subject is Subject.PAYMENT and about["object"] != "payment_intent":
        return about.get("payment_intent") or ""
    return str(about.get("id", ""))


def _signed_at(signature: str) -> int:
    found = re.search(r"(?:^|,)\s*t=(\d{1,12})(?:,|$)", signature)
    return int(found[1]) if found else 0
