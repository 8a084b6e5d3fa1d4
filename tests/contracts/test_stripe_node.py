"""Stripe's library for Node, unchanged, works against the stand-in and takes its signatures."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

from rent.gateways.standin_payments.signing import signed


def test_a_landlords_own_script_pays_refunds_and_is_refused_as_by_stripe(node: Path, standin: str):
    body, signature = signed({"id": "evt_1", "object": "event", "type": "payout.paid", "data": {"object": {}}}, "whsec_node")
    script = Path(__file__).parent / "pay_and_refund.cjs"
    order = [str(node), str(script), str(urlsplit(standin).port), body, signature, "whsec_node"]

    ended = subprocess.run(order, capture_output=True, text=True, timeout=60, check=False)

    assert ended.returncode == 0, ended.stderr
    said = json.loads(ended.stdout)
    assert said["same"] is True
    assert said["url"].startswith(f"{standin}/checkout/cs_test_")
    assert said["other"] == {"type": "StripeIdempotencyError", "status": 400}
    assert said["gone"]["code"] == "payment_method_types_no_longer_supported"
    assert said["unknown"]["code"] == "parameter_unknown"
    assert said["status"] == "succeeded"
    assert said["declined"] == {"type": "StripeCardError", "code": "card_declined", "status": 402, "decline": "generic_decline"}
    assert said["refund"] == "succeeded"
    assert said["tooMuch"]["type"] == "StripeInvalidRequestError"
    assert said["missing"] == {"type": "StripeInvalidRequestError", "code": "resource_missing", "status": 404}
    assert said["net"] == 2000 - 50
    assert {"customer.created", "payment_intent.succeeded", "refund.created", "charge.failed"} <= set(said["kinds"])
    assert said["event"] == "evt_1"
