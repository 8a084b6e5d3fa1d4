"""What becomes of an intent's money, at once by card and days later by debit."""

from __future__ import annotations

import time
from typing import Final

from rent.gateways.standin_payments import disputes, ledger
from rent.gateways.standin_payments.book import Book, Thing
from rent.gateways.standin_payments.cards import DECLINES, Decline, Outcome
from rent.gateways.standin_payments.happenings import shown, tell
from rent.gateways.standin_payments.refusals import Refused

# Confirmed, or not, four days after it was collected; a bounce is told two days later.
DEBIT_TAKES: Final = 4 * 86_400
BOUNCE_TAKES: Final = 2 * 86_400


def pay(book: Book, intent: Thing, method: Thing) -> Thing:
    """Take an intent's money by card; return the intent."""
    charge = ledger.credit(book, ledger.charge(book, intent, method, status="succeeded"))
    _paid(book, intent, charge)
    _dispute(book, charge, Outcome(method["_outcome"]))
    return intent


def decline(book: Book, intent: Thing, method: Thing, why: Decline) -> Refused:
    """Leave a failed charge behind; return the refusal."""
    charge = ledger.charge(book, intent, method, status="failed", failure_code=why.code, failure_message=why.words)
    error = _error(why, method)
    intent.update(status="requires_payment_method", latest_charge=charge["id"], last_payment_error=error, next_action=None)
    book.save(intent)
    tell(book, "charge.failed", charge)
    tell(book, "payment_intent.payment_failed", intent)
    more = {"decline_code": why.decline_code, "charge": charge["id"], "payment_intent": shown(intent)}
    return Refused(why.words, status=402, kind="card_error", code=why.code, **more)


def begin_debit(book: Book, intent: Thing, method: Thing) -> Thing:
    """Set out to collect an intent's money from a bank account; return the intent."""
    charge = ledger.charge(book, intent, method, status="pending")
    intent.update(status="processing", latest_charge=charge["id"])
    tell(book, "charge.pending", charge)
    tell(book, "payment_intent.processing", book.save(intent))
    book.plan("debit", intent["id"], due=time.time() + DEBIT_TAKES)
    return intent


def end_debit(book: Book, intent: Thing, charge: Thing, method: Thing) -> None:
    """Learn what the payer's bank said to a debit."""
    if intent["status"] != "processing":
        return
    outcome = Outcome(method["_outcome"])
    if outcome is Outcome.DEBIT_FAILS:
        _fail(book, intent, charge, method)
        return
    _paid(book, intent, ledger.credit(book, charge))
    _dispute(book, charge, outcome)
    if outcome is Outcome.DEBIT_BOUNCES:
        book.plan("bounce", intent["id"], due=time.time() + BOUNCE_TAKES)


def bounce(book: Book, intent: Thing, charge: Thing, method: Thing) -> None:
    """Let a debit fail after it was credited."""
    if charge["failure_balance_transaction"] is None:
        line = ledger.line(book, "payment_failure_refund", -charge["amount"], charge, category="payment_failure_refund")
        charge.update(failure_balance_transaction=line["id"])
        _fail(book, intent, charge, method)


def _paid(book: Book, intent: Thing, charge: Thing) -> None:
    intent.update(status="succeeded", amount_received=intent["amount"], latest_charge=charge["id"])
    tell(book, "charge.succeeded", charge)
    tell(book, "payment_intent.succeeded", book.save(intent))


def _fail(book: Book, intent: Thing, charge: Thing, method: Thing) -> None:
    why = DECLINES[Outcome(method["_outcome"])]
    charge.update(status="failed", paid=False, failure_code=why.code, failure_message=why.words)
    intent.update(status="requires_payment_method", amount_received=0, last_payment_error=_error(why, method))
    tell(book, "charge.failed", book.save(charge))
    tell(book, "payment_intent.payment_failed", book.save(intent))


def _dispute(book: Book, charge: Thing, outcome: Outcome) -> None:
    if outcome in {Outcome.DISPUTED, Outcome.ASKED_ABOUT}:
        disputes.open_dispute(book, charge, inquiry=outcome is Outcome.ASKED_ABOUT)


def _error(why: Decline, method: Thing) -> Thing:
    error = {"type": "card_error", "code": why.code, "message": why.words, "payment_method": shown(method)}
    return error if why.decline_code is None else {**error, "decline_code": why.decline_code}
