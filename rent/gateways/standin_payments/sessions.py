"""Checkout sessions: opened by us, paid on the hosted page, or left to expire."""

from __future__ import annotations

import time
from typing import Any, Final

from rent.gateways.standin_payments import cards, intents
from rent.gateways.standin_payments.api import Call, Endpoint
from rent.gateways.standin_payments.book import Book, Thing
from rent.gateways.standin_payments.form import whole
from rent.gateways.standin_payments.happenings import tell
from rent.gateways.standin_payments.refusals import Refused, missing, no_such

SOONEST, LATEST = 30 * 60, 24 * 60 * 60
MODES: Final = frozenset({"payment", "setup"})


def pay_session(book: Book, session: Thing, method: Thing, *, asked: bool = False) -> Thing:
    """
    Try to pay an open session; return it. It stays open when the payer's bank asks first.

    :raises Refused: if it is over, or the card is declined
    """
    if session["status"] != "open":
        raise Refused("This Checkout Session is no longer open.", code="checkout_session_not_open")
    intent = intents.confirm(book, _intent_of(book, session), method, asked=asked)
    if intent["status"] == "requires_action":
        return session
    session.update(status="complete", payment_status="paid" if intent["status"] == "succeeded" else "unpaid", url=None)
    session["payment_method_types"] = intent["payment_method_types"]
    tell(book, "checkout.session.completed", book.save(session))
    return session


def expire(book: Book, session: Thing) -> Thing:
    """Close a session nobody has paid; a Direct Debit under way is left alone."""
    session.update(status="expired", url=None)
    intent = book.get("payment_intent", session["payment_intent"] or "")
    if intent is not None and intent["status"] in intents.OPEN:
        intent.update(status="canceled", canceled_at=int(time.time()), cancellation_reason="automatic")
        tell(book, "payment_intent.canceled", book.save(intent))
    tell(book, "checkout.session.expired", book.save(session))
    return session


def tell_session(book: Book, intent: Thing) -> None:
    """Bring the session of a debited intent to what became of it."""
    for session in book.all("checkout.session", payment_intent=intent["id"]):
        paid = intent["status"] == "succeeded"
        session["payment_status"] = "paid" if paid else "unpaid"
        tell(book, f"checkout.session.async_payment_{'succeeded' if paid else 'failed'}", book.save(session))


def _intent_of(book: Book, session: Thing) -> Thing:
    # Made when somebody first tries to pay, as Stripe does.
    kept = book.get("payment_intent", session["payment_intent"] or "")
    if kept is not None:
        return kept
    data = session["_intent"]
    intent = intents.new_intent(
        book,
        amount=session["amount_total"],
        currency=session["currency"],
        metadata=dict(data.get("metadata") or {}),
        description=data.get("description"),
        customer=session["customer"],
    )
    book.save({**session, "payment_intent": intent["id"]})
    session["payment_intent"] = intent["id"]
    return intent


def _create(call: Call) -> Thing:
    params = call.params
    mode = params.get("mode")
    if mode not in MODES:
        raise missing("mode") if mode is None else Refused(f"The stand-in has no {mode} mode.", param="mode")
    if params.get("ui_mode", "hosted_page") == "hosted_page" and not params.get("success_url"):
        raise missing("success_url")
    items = params.get("line_items") or []
    if mode == "payment" and not items:
        raise missing("line_items")
    priced = [_priced(call.book, item) for item in items]
    total = sum(amount for amount, _ in priced)
    session = call.book.new("checkout.session", "cs_test", **_copied(params), mode=mode, expires_at=_expiry(params))
    session.update(
        amount_subtotal=total,
        amount_total=total,
        currency=priced[0][1] if priced else params.get("currency"),
        metadata=call.metadata(),
        payment_method_types=params.get("allowed_payment_method_types") or params.get("payment_method_types") or ["card"],
        url=f"{call.origin}/checkout/{session['id']}",
        _intent=params.get("payment_intent_data") or {},
        _name=_name(call.book, items),
    )
    call.book.plan("expire", session["id"], due=session["expires_at"])
    return call.book.save(session)


def _copied(params: dict[str, Any]) -> dict[str, Any]:
    names = ("allowed_payment_method_types", "cancel_url", "client_reference_id", "customer", "customer_email", "locale", "success_url")
    return {name: params.get(name) for name in names}


def _expiry(params: dict[str, Any]) -> int:
    now = int(time.time())
    at = whole(params, "expires_at", now + LATEST)
    # Stripe allows for a little time on the way.
    if not now + SOONEST - 60 <= at <= now + LATEST + 60:
        raise Refused("The `expires_at` timestamp must be between 30 minutes and 24 hours from now.", param="expires_at")
    return at


def _priced(book: Book, item: dict[str, Any]) -> tuple[int, str]:
    """Return an item's amount and currency."""
    quantity = whole(item, "quantity", 1)
    if data := item.get("price_data"):
        return quantity * whole(data, "unit_amount"), str(data["currency"])
    price = book.get("price", str(item.get("price", "")))
    if price is None:
        raise no_such("price", str(item.get("price")), param="line_items[0][price]")
    return quantity * int(price["unit_amount"]), str(price["currency"])


def _name(book: Book, items: list[dict[str, Any]]) -> str:
    if not items:
        return ""
    if data := items[0].get("price_data"):
        return str((data.get("product_data") or {}).get("name", ""))
    product = book.any(str((book.any(str(items[0].get("price"))) or {}).get("product")))
    return str((product or {}).get("name", ""))


def _expire(call: Call) -> Thing:
    session = call.thing("checkout.session")
    if session["status"] != "open":
        raise Refused("Only Checkout Sessions with a status of open can be expired.", code="checkout_session_not_open")
    return expire(call.book, session)


def _confirm_page(call: Call) -> Thing:
    session = call.thing("checkout.session")
    if whole(call.params, "expected_amount", session["amount_total"]) != session["amount_total"]:
        raise Refused("The amount has changed.", code="checkout_amount_mismatch", param="expected_amount")
    return pay_session(call.book, session, cards.named(call.book, str(call.params.get("payment_method"))))


ENDPOINTS = (
    Endpoint("POST", "/v1/checkout/sessions", _create, "checkout.SessionCreateParams"),
    Endpoint("GET", "/v1/checkout/sessions", lambda call: call.listed("checkout.session", "payment_intent"), "checkout.SessionListParams"),
    Endpoint("GET", "/v1/checkout/sessions/{id}", lambda call: call.thing("checkout.session"), "checkout.SessionRetrieveParams"),
    Endpoint("POST", "/v1/checkout/sessions/{id}/expire", _expire, "checkout.SessionExpireParams"),
    # Unpublished, but Stripe's own command line pays by them.
    Endpoint("GET", "/v1/payment_pages/{id}", lambda call: call.thing("checkout.session")),
    Endpoint("POST", "/v1/payment_pages/{id}/confirm", _confirm_page),
)
