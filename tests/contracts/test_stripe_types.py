"""Requests and answers keep to the types Stripe's own SDK is generated with."""

from __future__ import annotations

import typing
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from stripe._object_classes import get_object_class

from rent.domain.money import Money
from rent.gateways.standin_payments.contract import check
from rent.gateways.standin_payments.form import parse
from rent.gateways.standin_payments.refusals import Refused
from rent.gateways.stripe_payments.client import StripePayments
from rent.ports import CheckoutWanted

GOOD = (
    "mode=payment&ui_mode=hosted_page&line_items[0][quantity]=1&line_items[0][price_data][currency]=gbp"
    "&line_items[0][price_data][unit_amount]=2000&line_items[0][price_data][product_data][name]=Rent&success_url=https://example.org"
)
STRICT = {"authorization": "Bearer sk_test_x", "stripe-version": "2026-10-28.endive"}


def test_the_checkout_we_ask_for_is_one_stripe_would_take():
    check("checkout.SessionCreateParams", parse(GOOD))


@pytest.mark.parametrize(
    ("addition", "code"),
    [
        ("payment_method_types[0]=card", "payment_method_types_no_longer_supported"),
        ("curency=gbp", "parameter_unknown"),
        ("line_items[0][price_data][colour]=red", "parameter_unknown"),
        ("line_items[0][price_data][unit_amount]=abc", None),
        ("ui_mode=hosted", None),
        ("allowed_payment_method_types[0]=bacs", None),
        ("expires_at=soon", None),
        ("metadata=words", None),
    ],
)
def test_what_stripe_would_not_take_is_refused(addition: str, code: str | None):
    with pytest.raises(Refused) as refusal:
        check("checkout.SessionCreateParams", parse(f"{GOOD}&{addition}"))

    assert refusal.value.fields["code"] == code


def test_a_missing_part_of_a_part_is_noticed():
    without_currency = GOOD.replace("line_items[0][price_data][currency]=gbp&", "")

    with pytest.raises(Refused) as refusal:
        check("checkout.SessionCreateParams", parse(without_currency))

    assert refusal.value.fields["param"] == "line_items[0][price_data][currency]"


def test_older_versions_and_none_still_take_what_is_gone(standin: str):
    asked = {"amount": "500", "currency": "gbp", "payment_method_types[]": "card"}

    answers = {
        version: httpx.post(f"{standin}/v1/payment_intents", data=asked, headers={**STRICT, "stripe-version": version}).status_code
        for version in ("2026-10-28.endive", "2026-08-26.dahlia", "")
    }

    assert answers == {"2026-10-28.endive": 400, "2026-08-26.dahlia": 200, "": 200}


def test_our_own_gateway_speaks_only_what_the_types_allow(standin: str):
    cards = StripePayments("sk_test_x", webhook_secret="whsec_x", address=standin)
    soon = datetime.now(UTC) + timedelta(minutes=95)
    wanted = CheckoutWanted("pay_1", Money(2000), "cy", "https://example.org/done", "https://example.org/left", soon)

    opened = cards.open_checkout(wanted)
    httpx.post(opened.url, data={"way": "card", "card_number": "4000000000000259"})
    found = cards.look_up(opened.session_id)
    payout = httpx.post(f"{standin}/_faults", json={"pay_out": True}).json()["made"]["pay_out"]["id"]

    assert (found.payment, found.received, [item.kind for item in found.given_back]) == ("pay_1", Money(2000), ["DISPUTE"])
    assert cards.look_up_payment(str(found.provider_id)) == found
    assert sum(line.net.pence for line in cards.payout_lines(payout)) == cards.look_up_payout(payout).amount.pence
    assert {event.payment for event in cards.events_since(soon - timedelta(hours=3))} == {"pay_1", None}


def test_nothing_that_names_the_tenant_is_sent(standin: str):
    cards = StripePayments("sk_test_x", webhook_secret="whsec_x", address=standin)
    soon = datetime.now(UTC) + timedelta(minutes=95)

    opened = cards.open_checkout(CheckoutWanted("pay_1", Money(2000), "en", "https://e.org/done", "https://e.org/left", soon))
    session = httpx.get(f"{standin}/v1/checkout/sessions/{opened.session_id}", headers=STRICT).json()

    assert session["metadata"] == {"payment": "pay_1"}
    assert (session["customer"], session["customer_email"], session["client_reference_id"]) == (None, None, "pay_1")


def test_every_object_has_every_field_stripe_promises(standin: str):
    everything_that_can_happen(standin)

    seen = {}
    for event in httpx.get(f"{standin}/v1/events?limit=100", headers=STRICT).json()["data"]:
        for thing in (event, event["data"]["object"]):
            seen[thing["object"]] = thing
    for kind in ("balance_transactions", "payouts", "refunds", "disputes", "charges"):
        first = httpx.get(f"{standin}/v1/{kind}", headers=STRICT).json()["data"][0]
        seen[first["object"]] = first

    assert {"checkout.session", "payment_intent", "charge", "refund", "dispute", "balance_transaction", "payout"} <= set(seen)
    assert {kind: missing_fields(thing) for kind, thing in seen.items() if missing_fields(thing)} == {}


def everything_that_can_happen(standin: str) -> None:
    with httpx.Client(base_url=standin, headers=STRICT) as api:
        session = api.post("/v1/checkout/sessions", content=GOOD).json()
        httpx.post(session["url"], data={"way": "card", "card_number": "4242424242424242"})
        charge = api.get("/v1/charges").json()["data"][0]["id"]
        api.post("/v1/refunds", data={"charge": charge, "amount": "500"})
        api.post("/v1/setup_intents", data={"payment_method": "pm_card_visa", "confirm": "true"})
        api.post("/v1/customers", data={"name": "Nobody"})
        product = api.post("/v1/products", data={"name": "Rent"}).json()["id"]
        api.post("/v1/prices", data={"product": product, "currency": "gbp", "unit_amount": "500"})
        httpx.post(f"{standin}/_faults", json={"dispute": charge, "pay_out": True})


def missing_fields(thing: dict[str, Any]) -> list[str]:
    promised = get_object_class("V1", thing["object"]).__annotations__
    return [name for name, hint in promised.items() if not name.startswith("_") and not _may_be_absent(hint) and thing.get(name) is None]


def _may_be_absent(hint: Any) -> bool:
    return typing.get_origin(hint) is typing.ClassVar or type(None) in typing.get_args(hint)
