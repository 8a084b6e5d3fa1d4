"""Payment intents: asked for, confirmed, challenged, paid, declined or cancelled."""

from __future__ import annotations

import time
from typing import Final

from rent.gateways.standin_payments import cards, settling
from rent.gateways.standin_payments.api import Call, Endpoint
from rent.gateways.standin_payments.book import Book, Thing
from rent.gateways.standin_payments.form import is_true, whole
from rent.gateways.standin_payments.happenings import tell
from rent.gateways.standin_payments.refusals import Refused, missing

OPEN: Final = frozenset({"requires_payment_method", "requires_confirmation", "requires_action"})
AMOUNT_MIN, AMOUNT_MAX = 30, 99_999_999


def new_intent(book: Book, *, amount: int, currency: str, metadata: dict[str, str], **fields: str | None) -> Thing:
    """
    Return a new intent to be paid an amount.

    :raises Refused: if it is too small or too large
    """
    if not AMOUNT_MIN <= amount <= AMOUNT_MAX:
        code = "amount_too_small" if amount < AMOUNT_MIN else "amount_too_large"
        raise Refused(f"Amount must be between {AMOUNT_MIN} and {AMOUNT_MAX}.", code=code, param="amount")
    intent = book.new("payment_intent", "pi", amount=amount, currency=currency, metadata=metadata, **fields)
    intent["client_secret"] = f"{intent['id']}_secret_standin"
    book.save(intent)
    tell(book, "payment_intent.created", intent)
    return intent


def confirm(book: Book, intent: Thing, method: Thing, *, asked: bool = False) -> Thing:
    """
    Try to take an intent's money; ``asked`` once the bank has asked the payer and they said yes.

    :raises Refused: if the card is declined, which leaves a failed charge behind
    """
    if intent["status"] not in OPEN:
        raise Refused(
            f"You cannot confirm this PaymentIntent because it has a status of {intent['status']}.",
            code="payment_intent_unexpected_state",
            payment_intent=intent,
        )
    intent.update(payment_method=method["id"], last_payment_error=None, next_action=None, payment_method_types=[method["type"]])
    outcome = cards.Outcome(method["_outcome"])
    if outcome is cards.Outcome.ASKS_FIRST and not asked:
        return _ask_first(book, intent)
    if method["type"] in cards.DEBITS:
        return settling.begin_debit(book, intent, method)
    if outcome in cards.DECLINES:
        raise settling.decline(book, intent, method, cards.DECLINES[outcome])
    return settling.pay(book, intent, method)


def refuse_challenge(book: Book, intent: Thing, method: Thing) -> Refused:
    """Let the payer fail their bank's question; return the refusal."""
    why = cards.Decline("payment_intent_authentication_failure", None, "The bank could not confirm it was you.")
    return settling.decline(book, intent, method, why)


def _ask_first(book: Book, intent: Thing) -> Thing:
    url = f"/checkout/challenge/{intent['id']}"
    intent.update(status="requires_action", next_action={"type": "redirect_to_url", "redirect_to_url": {"return_url": None, "url": url}})
    tell(book, "payment_intent.requires_action", book.save(intent))
    return intent


def _create(call: Call) -> Thing:
    if "amount" not in call.params or "currency" not in call.params:
        raise missing("amount" if "amount" not in call.params else "currency")
    intent = new_intent(
        call.book,
        amount=whole(call.params, "amount"),
        currency=call.params["currency"],
        metadata=call.metadata(),
        description=call.params.get("description"),
        customer=call.params.get("customer"),
        receipt_email=call.params.get("receipt_email"),
    )
    intent["allowed_payment_method_types"] = call.params.get("allowed_payment_method_types")
    name = call.params.get("payment_method")
    if is_true(call.params, "confirm"):
        return confirm(call.book, call.book.save(intent), cards.named(call.book, name or ""))
    if name:
        intent.update(payment_method=cards.named(call.book, name)["id"], status="requires_confirmation")
    return call.book.save(intent)


def _confirm(call: Call) -> Thing:
    intent = call.thing("payment_intent")
    return confirm(call.book, intent, cards.named(call.book, call.params.get("payment_method") or intent["payment_method"] or ""))


def _cancel(call: Call) -> Thing:
    intent = call.thing("payment_intent")
    if intent["status"] not in OPEN:
        raise Refused(
            f"You cannot cancel this PaymentIntent because it has a status of {intent['status']}.",
            code="payment_intent_unexpected_state",
            payment_intent=intent,
        )
    intent.update(status="canceled", canceled_at=int(time.time()), cancellation_reason=call.params.get("cancellation_reason"))
    tell(call.book, "payment_intent.canceled", call.book.save(intent))
    return intent


ENDPOINTS = (
    Endpoint("POST", "/v1/payment_intents", _create, "PaymentIntentCreateParams"),
    Endpoint("GET", "/v1/payment_intents", lambda call: call.listed("payment_intent", "customer"), "PaymentIntentListParams"),
    Endpoint("GET", "/v1/payment_intents/{id}", lambda call: call.thing("payment_intent"), "PaymentIntentRetrieveParams"),
    Endpoint("POST", "/v1/payment_intents/{id}/confirm", _confirm, "PaymentIntentConfirmParams"),
    Endpoint("POST", "/v1/payment_intents/{id}/cancel", _cancel, "PaymentIntentCancelParams"),
    Endpoint("GET", "/v1/charges", lambda call: call.listed("charge", "customer", "payment_intent"), "ChargeListParams"),
    Endpoint("GET", "/v1/charges/{id}", lambda call: call.thing("charge"), "ChargeRetrieveParams"),
)
