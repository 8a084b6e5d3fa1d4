"""Numbers and names that make the stand-in behave in a certain way, as Stripe's test ones do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from rent.gateways.standin_payments.book import Book, Thing
from rent.gateways.standin_payments.refusals import Refused, no_such


class Outcome(StrEnum):
    """What becomes of a payment."""

    SUCCEEDS = "SUCCEEDS"
    DECLINED = "DECLINED"
    NO_FUNDS = "NO_FUNDS"
    ASKS_FIRST = "ASKS_FIRST"
    DISPUTED = "DISPUTED"
    ASKED_ABOUT = "ASKED_ABOUT"
    DEBIT_FAILS = "DEBIT_FAILS"
    DEBIT_BOUNCES = "DEBIT_BOUNCES"


@dataclass(frozen=True, slots=True)
class Decline:
    """Why a bank says no."""

    code: str
    decline_code: str | None
    words: str


DECLINES: Final[Mapping[Outcome, Decline]] = {
    Outcome.DECLINED: Decline("card_declined", "generic_decline", "Your card was declined."),
    Outcome.NO_FUNDS: Decline("card_declined", "insufficient_funds", "Your card has insufficient funds."),
    Outcome.DEBIT_FAILS: Decline("payment_intent_payment_attempt_failed", None, "The payment failed."),
    Outcome.DEBIT_BOUNCES: Decline("payment_intent_payment_attempt_failed", None, "The payment failed."),
}
CARDS: Final[Mapping[str, Outcome]] = {
    "4242424242424242": Outcome.SUCCEEDS,
    "5555555555554444": Outcome.SUCCEEDS,
    "4000000000000002": Outcome.DECLINED,
    "4000000000009995": Outcome.NO_FUNDS,
    "4000000000003220": Outcome.ASKS_FIRST,
    "4000002760003184": Outcome.ASKS_FIRST,
    "4000000000000259": Outcome.DISPUTED,
    "4000000000001976": Outcome.ASKED_ABOUT,
}
# Sort code 10-88-00. The last is ours: it fails after it was credited.
ACCOUNTS: Final[Mapping[str, Outcome]] = {
    "00012345": Outcome.SUCCEEDS,
    "22222227": Outcome.DEBIT_FAILS,
    "55555559": Outcome.DISPUTED,
    "66666666": Outcome.DEBIT_BOUNCES,
}
NAMES: Final[Mapping[str, Outcome]] = {
    "visa": Outcome.SUCCEEDS,
    "mastercard": Outcome.SUCCEEDS,
    "bypassPending": Outcome.SUCCEEDS,
    "chargeDeclined": Outcome.DECLINED,
    "visa_chargeDeclined": Outcome.DECLINED,
    "chargeDeclinedInsufficientFunds": Outcome.NO_FUNDS,
    "authenticationRequired": Outcome.ASKS_FIRST,
    "threeDSecure2Required": Outcome.ASKS_FIRST,
    "createDispute": Outcome.DISPUTED,
    "createDisputeInquiry": Outcome.ASKED_ABOUT,
}
# The account its command line uses for a debit that fails.
FAILING_IBAN: Final = "IT60X0542811101000000123456"
DEBITS: Final = frozenset({"bacs_debit", "sepa_debit"})


def card(book: Book, number: str, **fields: Any) -> Thing:  # noqa: ANN401
    """Return a new payment method for a card number; only its last four digits are kept."""
    outcome = CARDS.get(number)
    if outcome is None:
        raise Refused("Your card number is incorrect.", status=402, kind="card_error", code="incorrect_number", param="number")
    return _card(book, outcome, number[-4:], **fields)


def debit(book: Book, account_number: str, **fields: Any) -> Thing:  # noqa: ANN401
    """Return a new payment method for a bank account; only its last four digits are kept."""
    outcome = ACCOUNTS.get(account_number)
    if outcome is None:
        raise Refused("That is not one of the test account numbers.", code="account_number_invalid", param="account_number")
    details = {"fingerprint": "standin", "last4": account_number[-4:], "sort_code": "108800"}
    return book.new("payment_method", "pm", type="bacs_debit", bacs_debit=details, _outcome=outcome, **fields)


def sepa(book: Book, iban: str, **fields: Any) -> Thing:  # noqa: ANN401
    """Return a new payment method for an IBAN."""
    outcome = Outcome.DEBIT_FAILS if iban == FAILING_IBAN else Outcome.SUCCEEDS
    details = {"bank_code": None, "branch_code": None, "country": iban[:2], "fingerprint": "standin", "last4": iban[-4:]}
    return book.new("payment_method", "pm", type="sepa_debit", sepa_debit=details, _outcome=outcome, **fields)


def named(book: Book, name: str, **fields: Any) -> Thing:  # noqa: ANN401
    """
    Return the payment method of an id, or a new one for a test name such as ``pm_card_visa``.

    :raises Refused: if it names neither
    """
    kept = book.get("payment_method", name)
    if kept is not None:
        return kept
    outcome = NAMES.get(name.removeprefix("pm_card_").removeprefix("tok_"))
    if outcome is None:
        raise no_such("PaymentMethod", name, param="payment_method")
    return _card(book, outcome, "4242", **fields)


def _card(book: Book, outcome: Outcome, last4: str, **fields: Any) -> Thing:  # noqa: ANN401
    details = {
        "brand": "visa",
        "checks": {"address_line1_check": None, "address_postal_code_check": None, "cvc_check": "pass"},
        "country": "GB",
        "display_brand": "visa",
        "exp_month": 12,
        "exp_year": 2034,
        "fingerprint": "standin",
        "funding": "debit",
        "generated_from": None,
        "last4": last4,
        "networks": {"available": ["visa"], "preferred": None},
        "regulated_status": "unregulated",
        "three_d_secure_usage": {"supported": True},
        "wallet": None,
    }
    return book.new("payment_method", "pm", type="card", card=details, _outcome=outcome, **fields)
