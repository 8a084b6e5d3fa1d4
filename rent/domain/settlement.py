"""What follows, for a payment and for the ledger, from what a provider says of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from rent.domain.account import AccountId, Means, Posting, PostingKind
from rent.domain.money import Money, total
from rent.domain.payment import TRANSITIONS, Event, Payment, Status, TransitionNotAllowed


class Standing(StrEnum):
    """What the provider says of a payment now."""

    OPEN = "OPEN"
    PENDING = "PENDING"
    PAID = "PAID"
    FAILED = "FAILED"
    EXPIRED = "EXPIRED"


class GivenBackAs(StrEnum):
    """How money that had come can leave again."""

    REFUND = "REFUND"
    DISPUTE = "DISPUTE"
    LATE_FAILURE = "LATE_FAILURE"


@dataclass(frozen=True, slots=True)
class GivenBack:
    """
    Money that left again. ``returned`` when it came back, ``closed`` when a dispute is decided.

    ``returned_on`` is the day it came back, where the provider says.
    """

    provider_id: str
    kind: GivenBackAs
    amount: Money
    on: date
    returned: bool = False
    returned_on: date | None = None
    closed: bool = False


_UNPAID: Final[Mapping[Standing, Status]] = {
    Standing.PENDING: Status.PENDING,
    Standing.FAILED: Status.FAILED,
    Standing.EXPIRED: Status.EXPIRED,
}
_LEFT: Final[Mapping[GivenBackAs, tuple[PostingKind, str, str]]] = {
    GivenBackAs.REFUND: (PostingKind.REFUND, "", "Card payment refunded"),
    GivenBackAs.DISPUTE: (PostingKind.REVERSAL, ":withdrawn", "Card payment disputed"),
    GivenBackAs.LATE_FAILURE: (PostingKind.REVERSAL, ":failed", "Payment failed after it was credited"),
}
_CAME_BACK: Final[Mapping[GivenBackAs, tuple[str, str]]] = {
    GivenBackAs.REFUND: (":failed", "Refund came back"),
    GivenBackAs.DISPUTE: (":reinstated", "Dispute decided for the landlord"),
    GivenBackAs.LATE_FAILURE: (":recovered", "Failed payment recovered"),
}
RECEIVED: Final = {Means.CARD: "Card payment", Means.DIRECT_DEBIT: "Direct Debit payment"}


def status_for(standing: Standing, received: Money, given_back: Iterable[GivenBack]) -> Status | None:
    """
    Return where a payment stands when the provider says this, or None when that is no news.

    Completed is not paid: only money received counts. Source: payments.md 3.5 and 6.12
    """
    if standing is not Standing.PAID:
        return _UNPAID.get(standing)
    gone = [item for item in given_back if not item.returned]
    disputes = [item for item in gone if item.kind is GivenBackAs.DISPUTE]
    if any(item.kind is GivenBackAs.LATE_FAILURE for item in gone):
        return Status.FAILED
    if disputes:
        return Status.LOST if all(item.closed for item in disputes) else Status.DISPUTED
    return Status.REFUNDED if received and total(item.amount for item in gone) >= received else Status.PAID


def route(status: Status, target: Status) -> tuple[Event, ...]:
    """
    Return the fewest events that lead from one status to another; none if it is there already.

    :raises TransitionNotAllowed: if nothing that can happen leads there
    """
    ways: deque[tuple[Status, tuple[Event, ...]]] = deque([(status, ())])
    seen = {status}
    while ways:
        here, so_far = ways.popleft()
        if here is target:
            return so_far
        for (origin, event), then in TRANSITIONS.items():
            if origin is here and then not in seen:
                seen.add(then)
                ways.append((then, (*so_far, event)))
    raise TransitionNotAllowed(f"{target} while {status}")


def contradicts(payment: Payment, standing: Standing) -> bool:
    """Return whether the provider now calls unpaid what it had called paid."""
    return payment.status in {Status.PAID, Status.REFUNDED, Status.DISPUTED, Status.LOST} and standing is not Standing.PAID


def credit(payment: Payment, *, provider_id: str, received: Money, received_on: date, means: Means, source: str) -> Posting:
    """Return the posting that puts a payment on its account."""
    return Posting(
        account_id=payment.account_id,
        kind=PostingKind.PAYMENT,
        amount=-received,
        value_date=received_on,
        source=source,
        external_id=f"{provider_id}:paid",
        description=RECEIVED.get(means, "Payment"),
        means=means,
        payment_id=payment.id,
    )


def taken_back(credited: Posting, item: GivenBack) -> Posting:
    """Return the posting that takes all or part of a credit off its account again."""
    kind, suffix, words = _LEFT[item.kind]
    return _linked(credited, kind, item.amount, day=item.on, external_id=f"{item.provider_id}{suffix}", words=words)


def given_again(taken: Posting, item: GivenBack) -> Posting:
    """Return the posting that puts money back which had left."""
    suffix, words = _CAME_BACK[item.kind]
    external_id, day = f"{item.provider_id}{suffix}", item.returned_on or item.on
    return _linked(taken, PostingKind.REVERSAL, -item.amount, day=day, external_id=external_id, words=words)


def _linked(to: Posting, kind: PostingKind, amount: Money, *, day: date, external_id: str, words: str) -> Posting:
    return Posting(
        account_id=AccountId(to.account_id),
        kind=kind,
        amount=amount,
        value_date=day,
        source=to.source,
        external_id=external_id,
        description=words,
        payer=to.payer,
        means=to.means,
        reverses=to.id,
        payment_id=to.payment_id,
    )
