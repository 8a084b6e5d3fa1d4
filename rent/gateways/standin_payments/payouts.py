"""Money on its way to the landlord's bank, and the lines it is made of."""

from __future__ import annotations

import time

from rent.gateways.standin_payments import ledger
from rent.gateways.standin_payments.api import Call, Endpoint
from rent.gateways.standin_payments.book import Book, Thing
from rent.gateways.standin_payments.happenings import tell


def pay_out(book: Book) -> Thing:
    """Send everything that has not been sent yet to the bank; return the payout."""
    lines = [line for line in book.all("balance_transaction") if not line.get("_payout")]
    payout = book.new("payout", "po", amount=sum(line["net"] for line in lines), arrival_date=int(time.time()))
    lines.append(ledger.line(book, "payout", -payout["amount"], payout))
    payout["balance_transaction"] = lines[-1]["id"]
    for line in lines:
        book.save({**line, "_payout": payout["id"]})
    book.save(payout)
    for kind in ("payout.created", "payout.paid", "payout.reconciliation_completed"):
        tell(book, kind, payout)
    return payout


def _lines(call: Call) -> Thing:
    payout = call.params.get("payout")
    found = call.book.all("balance_transaction")
    return call.page([line for line in found if payout is None or line.get("_payout") == payout])


ENDPOINTS = (
    Endpoint("GET", "/v1/payouts", lambda call: call.listed("payout", "status"), "PayoutListParams"),
    Endpoint("GET", "/v1/payouts/{id}", lambda call: call.thing("payout"), "PayoutRetrieveParams"),
    Endpoint("GET", "/v1/balance_transactions", _lines, "BalanceTransactionListParams"),
    Endpoint("GET", "/v1/balance_transactions/{id}", lambda call: call.thing("balance_transaction"), "BalanceTransactionRetrieveParams"),
)
