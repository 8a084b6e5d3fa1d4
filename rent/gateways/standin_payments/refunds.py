"""Money the landlord gives back."""

from __future__ import annotations

from rent.gateways.standin_payments import ledger
from rent.gateways.standin_payments.api import Call, Endpoint
from rent.gateways.standin_payments.book import Book, Thing
from rent.gateways.standin_payments.form import whole
from rent.gateways.standin_payments.happenings import tell
from rent.gateways.standin_payments.refusals import Refused, missing, no_such


def _refund(call: Call) -> Thing:
    charge = _charge(call)
    left = charge["amount"] - charge["amount_refunded"]
    amount = whole(call.params, "amount", left)
    _check(charge, amount, left)
    refund = call.book.new(
        "refund",
        "re",
        amount=amount,
        currency=charge["currency"],
        charge=charge["id"],
        payment_intent=charge["payment_intent"],
        metadata=call.metadata(),
        reason=call.params.get("reason"),
    )
    kind = "refund" if charge["payment_method_details"]["type"] == "card" else "payment_refund"
    refund["balance_transaction"] = ledger.line(call.book, kind, -amount, refund, category="refund")["id"]
    call.book.save(refund)
    charge["amount_refunded"] += amount
    charge["refunded"] = charge["amount_refunded"] == charge["amount"]
    call.book.save(charge)
    tell(call.book, "refund.created", refund)
    tell(call.book, "charge.refunded", charge)
    return refund


def _check(charge: Thing, amount: int, left: int) -> None:
    if charge["disputed"]:
        raise Refused("This charge has been charged back.", code="charge_disputed")
    if not left:
        raise Refused(f"Charge {charge['id']} has already been refunded.", code="charge_already_refunded")
    if charge["status"] != "succeeded":
        raise Refused("This charge has not been paid.", code="charge_not_refundable")
    if not 0 < amount <= left:
        raise Refused(f"Refund amount ({amount}) is greater than unrefunded amount on charge ({left})", param="amount")


def fail(book: Book, refund: Thing) -> Thing:
    """Let a refund come back from the tenant's bank."""
    charge = book.get("charge", refund["charge"])
    if refund["status"] != "succeeded" or charge is None:
        raise Refused("This refund cannot fail any more.")
    line = ledger.line(book, "refund_failure", refund["amount"], refund, category="refund_failure")
    refund.update(status="failed", failure_reason="lost_or_stolen_card", failure_balance_transaction=line["id"])
    charge.update(amount_refunded=charge["amount_refunded"] - refund["amount"], refunded=False)
    book.save(charge)
    tell(book, "refund.failed", book.save(refund))
    return refund


def _charge(call: Call) -> Thing:
    wanted = call.params.get("charge")
    if intent_id := call.params.get("payment_intent"):
        intent = call.thing("payment_intent", intent_id)
        wanted = intent["latest_charge"]
        if wanted is None:
            raise Refused("This PaymentIntent does not have a successful charge to refund.", code="payment_intent_unexpected_state")
    if not wanted:
        raise missing("charge")
    found = call.book.get("charge", wanted)
    if found is None:
        raise no_such("charge", wanted, param="charge")
    return found


ENDPOINTS = (
    Endpoint("POST", "/v1/refunds", _refund, "RefundCreateParams"),
    Endpoint("GET", "/v1/refunds", lambda call: call.listed("refund", "charge", "payment_intent"), "RefundListParams"),
    Endpoint("GET", "/v1/refunds/{id}", lambda call: call.thing("refund"), "RefundRetrieveParams"),
)
