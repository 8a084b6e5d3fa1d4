"""The stand-in's own book of money: what came in, what it cost, and what left."""

from __future__ import annotations

import time
from typing import Any, Final

from rent.gateways.standin_payments.book import Book, Thing

CLEARS_AFTER: Final = 3 * 86_400
DISPUTE_FEE: Final = 2_000


def line(book: Book, kind: str, amount: int, source: Thing, *, fee: int = 0, category: str | None = None) -> Thing:
    """Keep a line of money that came in, or, when negative, left; return it."""
    now = int(time.time())
    fees = [
        {"amount": fee, "application": None, "currency": source["currency"], "description": "Stripe processing fees", "type": "stripe_fee"}
    ]
    return book.new(
        "balance_transaction",
        "txn",
        type=kind,
        reporting_category=category or kind,
        amount=amount,
        currency=source["currency"],
        fee=fee,
        fee_details=fees if fee else [],
        net=amount - fee,
        source=source["id"],
        available_on=now + CLEARS_AFTER,
    )


def fee_for(amount: int, method_type: str) -> int:
    """Return what taking an amount costs: 1.5% and 20p by card, 1% and at most £2 by Direct Debit."""
    if method_type == "card":
        return (amount * 15 + 500) // 1000 + 20
    return max(20, min(200, (amount + 50) // 100))


def charge(book: Book, intent: Thing, method: Thing, *, status: str, **fields: Any) -> Thing:  # noqa: ANN401
    """Keep a charge of an intent; return it. It has no line in the book until it succeeds."""
    return book.new(
        "charge",
        "ch" if method["type"] == "card" else "py",
        amount=intent["amount"],
        currency=intent["currency"],
        customer=intent["customer"],
        description=intent["description"],
        metadata=intent["metadata"],
        payment_intent=intent["id"],
        payment_method=method["id"],
        payment_method_details={"type": method["type"], method["type"]: {"last4": method[method["type"]]["last4"]}},
        billing_details=method["billing_details"],
        status=status,
        paid=status == "succeeded",
        captured=status == "succeeded",
        amount_captured=intent["amount"] if status == "succeeded" else 0,
        **fields,
    )


def credit(book: Book, taken: Thing) -> Thing:
    """Write a charge's money into the book; return the charge."""
    method_type = taken["payment_method_details"]["type"]
    kind = "charge" if method_type == "card" else "payment"
    fee = fee_for(taken["amount"], method_type)
    booked = line(book, kind, taken["amount"], taken, fee=fee, category="charge")
    taken.update(status="succeeded", paid=True, captured=True, amount_captured=taken["amount"], balance_transaction=booked["id"])
    return book.save(taken)
