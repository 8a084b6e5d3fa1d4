"""What Stripe's objects mean in our words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Final
from zoneinfo import ZoneInfo

import stripe

from rent.domain.account import Means
from rent.domain.money import NOTHING, Money
from rent.domain.settlement import GivenBack, GivenBackAs, Standing
from rent.ports import BalanceLine, ProviderPayment, ProviderPayout, ProviderRefused, ProviderTrouble

OUR_ID: Final = "payment"
LONDON: Final = ZoneInfo("Europe/London")

_STANDING: Final = {
    "succeeded": Standing.PAID,
    "processing": Standing.PENDING,
    "requires_capture": Standing.PENDING,
    "canceled": Standing.EXPIRED,
}


def id_of(found: str | stripe.StripeObject) -> str:
    """Return the id of something Stripe may have written out in full."""
    return found if isinstance(found, str) else str(found["id"])


def unpaid(session: stripe.checkout.Session) -> ProviderPayment:
    """Return what a checkout says in which nobody has tried to pay."""
    standing = {"expired": Standing.EXPIRED, "complete": Standing.PENDING}.get(session.status or "", Standing.OPEN)
    return ProviderPayment(_ours(session.metadata), session.id, None, standing, NOTHING, None)


def payment(
    intent: stripe.PaymentIntent,
    session: stripe.checkout.Session | None,
    refunds: Iterable[stripe.Refund],
    disputes: Iterable[stripe.Dispute],
) -> ProviderPayment:
    """
    Return everything Stripe knows of a payment, from its objects as they are now.

    :raises ProviderTrouble: if the money's line in Stripe's own book is not there yet
    :raises ProviderRefused: if it is not in pounds
    """
    if intent.currency != "gbp":
        raise ProviderRefused(f"a payment in {intent.currency}")
    charge = intent.latest_charge if isinstance(intent.latest_charge, stripe.Charge) else None
    credited = _credit_of(intent, charge)
    late = _late_failure(intent.id, charge) if credited is not None else None
    return ProviderPayment(
        payment=_ours(intent.metadata) or (_ours(session.metadata) if session is not None else ""),
        session_id=None if session is None else session.id,
        provider_id=intent.id,
        standing=Standing.PAID if credited is not None else _standing(intent, session),
        received=NOTHING if credited is None else Money(credited.amount),
        received_on=None if credited is None else _day(credited.created),
        given_back=(*([late] if late else []), *map(_refund, refunds), *filter(None, map(_dispute, disputes))),
        means=_means(charge),
    )


def payout(found: stripe.Payout) -> ProviderPayout:
    """Return a payout."""
    return ProviderPayout(found.id, Money(found.amount), datetime.fromtimestamp(found.arrival_date, UTC).date(), found.status)


def balance_line(line: stripe.BalanceTransaction) -> BalanceLine:
    """Return one line of Stripe's book, with the outside id under which ours has it."""
    source = line.source
    return BalanceLine(
        provider_id=line.id,
        category=line.reporting_category,
        amount=Money(line.amount),
        fee=Money(line.fee),
        net=Money(line.net),
        payment=_ours(getattr(source, "metadata", None)) or None,
        booked_as=_booked_as(line.type, source, came_in=line.amount > 0),
    )


def _booked_as(kind: str, source: object, *, came_in: bool) -> str | None:
    match kind, source:
        case "charge" | "payment", stripe.Charge(payment_intent=intent) if intent:
            return f"{id_of(intent)}:paid"
        case "payment_failure_refund", stripe.Charge(payment_intent=intent) if intent:
            return f"{id_of(intent)}:failed"
        case "refund" | "payment_refund", stripe.Refund(id=refund_id):
            return str(refund_id)
        case "refund_failure", stripe.Refund(id=refund_id):
            return f"{refund_id}:failed"
        case "adjustment", stripe.Dispute(id=dispute_id):
            return f"{dispute_id}:reinstated" if came_in else f"{dispute_id}:withdrawn"
        case _:
            return None


def _credit_of(intent: stripe.PaymentIntent, charge: stripe.Charge | None) -> stripe.BalanceTransaction | None:
    # Booked from Stripe's own book and not from the intent: it is the money, and its day.
    if charge is not None and isinstance(charge.balance_transaction, stripe.BalanceTransaction):
        was_credited = charge.status == "succeeded" or charge.failure_balance_transaction is not None
        # A Direct Debit under way may have a line that is no money yet.
        return charge.balance_transaction if was_credited else None
    if intent.status == "succeeded":
        raise ProviderTrouble("paid, but not in the provider's book yet")
    return None


def _late_failure(intent_id: str, charge: stripe.Charge | None) -> GivenBack | None:
    line = None if charge is None else charge.failure_balance_transaction
    if not isinstance(line, stripe.BalanceTransaction):
        return None
    return GivenBack(intent_id, GivenBackAs.LATE_FAILURE, Money(-line.amount), _day(line.created))


def _standing(intent: stripe.PaymentIntent, session: stripe.checkout.Session | None) -> Standing:
    if known := _STANDING.get(intent.status):
        return known
    # A declined card is no end while the checkout is open: the next card may be good.
    if session is not None and session.status in {"open", "expired"}:
        return Standing.OPEN if session.status == "open" else Standing.EXPIRED
    return Standing.FAILED if intent.last_payment_error is not None else Standing.OPEN


def _refund(refund: stripe.Refund) -> GivenBack:
    line = refund.failure_balance_transaction
    came_back = refund.status in {"failed", "canceled"}
    return GivenBack(
        provider_id=refund.id,
        kind=GivenBackAs.REFUND,
        amount=Money(refund.amount),
        on=_day(refund.created),
        returned=came_back,
        returned_on=_day(line.created) if isinstance(line, stripe.BalanceTransaction) else None,
    )


def _dispute(dispute: stripe.Dispute) -> GivenBack | None:
    """Return what a dispute took; a mere inquiry has taken nothing."""
    taken = next((line for line in dispute.balance_transactions if line.amount < 0), None)
    if taken is None:
        return None
    back = next((line for line in dispute.balance_transactions if line.amount > 0), None)
    return GivenBack(
        provider_id=dispute.id,
        kind=GivenBackAs.DISPUTE,
        amount=Money(-taken.amount),
        on=_day(taken.created),
        returned=back is not None,
        returned_on=None if back is None else _day(back.created),
        closed=dispute.status in {"lost", "won"},
    )


def _means(charge: stripe.Charge | None) -> Means:
    details = None if charge is None else charge.payment_method_details
    return Means.DIRECT_DEBIT if details is not None and details.type == "bacs_debit" else Means.CARD


def _ours(metadata: stripe.StripeObject | None) -> str:
    return str(metadata[OUR_ID]) if metadata is not None and OUR_ID in metadata else ""


def _day(moment: int) -> date:
    return datetime.fromtimestamp(moment, LONDON).date()
