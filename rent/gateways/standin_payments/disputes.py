"""Money a tenant's bank asks back."""

from __future__ import annotations

from typing import Any

from rent.gateways.standin_payments import ledger
from rent.gateways.standin_payments.api import Call, Endpoint
from rent.gateways.standin_payments.book import Book, Thing
from rent.gateways.standin_payments.happenings import shown, tell
from rent.gateways.standin_payments.refusals import Refused

INQUIRY, OPEN, WON, LOST = "warning_needs_response", "needs_response", "won", "lost"


def open_dispute(book: Book, charge: Thing, *, inquiry: bool = False) -> Thing:
    """Open a dispute of a whole charge; an inquiry takes no money yet."""
    dispute = book.new(
        "dispute",
        "du",
        amount=charge["amount"],
        currency=charge["currency"],
        charge=charge["id"],
        payment_intent=charge["payment_intent"],
        metadata={},
        reason="general" if inquiry else "fraudulent",
        status=INQUIRY if inquiry else OPEN,
    )
    book.save({**charge, "disputed": True})
    if not inquiry:
        _book(book, dispute, -dispute["amount"], fee=ledger.DISPUTE_FEE)
    tell(book, "charge.dispute.created", dispute)
    if not inquiry:
        tell(book, "charge.dispute.funds_withdrawn", dispute)
    return dispute


def close(book: Book, dispute: Thing, *, won: bool) -> Thing:
    """Decide a dispute; won, its money comes back."""
    took_money = dispute["status"] == OPEN
    if dispute["status"] not in {OPEN, INQUIRY}:
        raise Refused("This dispute is already closed.", code="dispute_already_closed")
    dispute["status"] = (WON if won else LOST) if took_money else "warning_closed"
    book.save(dispute)
    if won and took_money:
        _book(book, dispute, dispute["amount"])
        tell(book, "charge.dispute.funds_reinstated", dispute)
    tell(book, "charge.dispute.closed", dispute)
    return dispute


def _book(book: Book, dispute: Thing, amount: int, *, fee: int = 0) -> None:
    line = ledger.line(book, "adjustment", amount, dispute, fee=fee, category="dispute" if amount < 0 else "dispute_reversal")
    dispute["balance_transactions"].append(shown(line))
    book.save(dispute)


def _answer(call: Call) -> Thing:
    evidence: dict[str, Any] = call.params.get("evidence") or {}
    dispute = call.thing("dispute")
    words = evidence.get("uncategorized_text")
    if words in {"winning_evidence", "losing_evidence"}:
        return close(call.book, dispute, won=words == "winning_evidence")
    tell(call.book, "charge.dispute.updated", dispute)
    return dispute


ENDPOINTS = (
    Endpoint("GET", "/v1/disputes", lambda call: call.listed("dispute", "charge", "payment_intent"), "DisputeListParams"),
    Endpoint("GET", "/v1/disputes/{id}", lambda call: call.thing("dispute"), "DisputeRetrieveParams"),
    Endpoint("POST", "/v1/disputes/{id}", _answer, "DisputeUpdateParams"),
    Endpoint("POST", "/v1/disputes/{id}/close", lambda call: close(call.book, call.thing("dispute"), won=False), "DisputeCloseParams"),
)
