"""A payment by card or Direct Debit, as far as the provider has told us."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, NewType

from rent.domain.account import AccountId
from rent.domain.money import NOTHING, PAYMENT_MAX_PENCE, Money
from rent.domain.tenancy import PersonId

PaymentId = NewType("PaymentId", int)
LinkId = NewType("LinkId", int)
LINK_LASTS: Final = timedelta(minutes=60)
# Providers want half an hour at least, and a link's last minute must still leave that much.
CHECKOUT_LASTS: Final = timedelta(minutes=95)
CARD_MINIMUM: Final = Money(30)


class Status(StrEnum):
    """Where a payment stands."""

    CREATED = "CREATED"
    PENDING = "PENDING"
    PAID = "PAID"
    FAILED = "FAILED"
    EXPIRED = "EXPIRED"
    REFUNDED = "REFUNDED"
    DISPUTED = "DISPUTED"
    LOST = "LOST"


class Event(StrEnum):
    """What can happen to a payment."""

    SUBMITTED = "SUBMITTED"
    SUCCEEDED = "SUCCEEDED"
    FAILED = "FAILED"
    EXPIRED = "EXPIRED"
    REFUNDED_IN_FULL = "REFUNDED_IN_FULL"
    DISPUTE_OPENED = "DISPUTE_OPENED"
    DISPUTE_WON = "DISPUTE_WON"
    DISPUTE_LOST = "DISPUTE_LOST"
    REFUND_FAILED = "REFUND_FAILED"


TRANSITIONS: Final[Mapping[tuple[Status, Event], Status]] = {
    (Status.CREATED, Event.SUBMITTED): Status.PENDING,
    (Status.CREATED, Event.SUCCEEDED): Status.PAID,
    (Status.CREATED, Event.FAILED): Status.FAILED,
    (Status.CREATED, Event.EXPIRED): Status.EXPIRED,
    (Status.PENDING, Event.SUCCEEDED): Status.PAID,
    (Status.PENDING, Event.FAILED): Status.FAILED,
    # A declined card may be followed by a good one in the same checkout.
    (Status.FAILED, Event.SUBMITTED): Status.PENDING,
    (Status.FAILED, Event.SUCCEEDED): Status.PAID,
    (Status.FAILED, Event.EXPIRED): Status.EXPIRED,
    # The money can arrive after we had given up on the checkout.
    (Status.EXPIRED, Event.SUCCEEDED): Status.PAID,
    # A Direct Debit can bounce after it was credited.
    (Status.PAID, Event.FAILED): Status.FAILED,
    (Status.PAID, Event.REFUNDED_IN_FULL): Status.REFUNDED,
    (Status.PAID, Event.DISPUTE_OPENED): Status.DISPUTED,
    (Status.DISPUTED, Event.DISPUTE_WON): Status.PAID,
    (Status.DISPUTED, Event.DISPUTE_LOST): Status.LOST,
    # An appeal can still be won.
    (Status.LOST, Event.DISPUTE_WON): Status.PAID,
    # A bank can send a refund back, and a tenant can claim at their bank as well.
    (Status.REFUNDED, Event.REFUND_FAILED): Status.PAID,
    (Status.REFUNDED, Event.DISPUTE_OPENED): Status.DISPUTED,
}

OPEN: Final = frozenset({Status.CREATED, Status.PENDING, Status.FAILED})


class TransitionNotAllowed(ValueError):
    """The event cannot happen to a payment in this status."""


@dataclass(frozen=True, slots=True)
class Payment:
    """One attempt to pay a fixed amount to one account."""

    id: PaymentId
    public_id: str
    account_id: AccountId
    amount: Money
    status: Status
    created_at: datetime
    session_id: str | None = None
    checkout_url: str | None = None
    provider_id: str | None = None
    person_id: PersonId | None = None
    link_id: LinkId | None = None
    needs_a_person: bool = False


@dataclass(frozen=True, slots=True)
class PaymentLink:
    """A way to pay a fixed amount to one account without signing in, for an hour."""

    id: LinkId
    account_id: AccountId
    person_id: PersonId | None
    amount: Money
    language: str
    expires_at: datetime

    def is_live(self, now: datetime) -> bool:
        """Return whether a payment may still be started by it."""
        return now < self.expires_at


class NotPayable(ValueError):
    """The amount cannot be paid this way."""


def advance(payment: Payment, event: Event) -> Payment:
    """
    Return the payment after the event.

    :raises TransitionNotAllowed: if the event cannot happen in this status
    """
    try:
        status = TRANSITIONS[payment.status, event]
    except KeyError:
        raise TransitionNotAllowed(f"{event} while {payment.status}") from None
    return replace(payment, status=status)


def check_amount(amount: Money) -> Money:
    """
    Return the amount if a card can pay it.

    :raises NotPayable: if it is under the card minimum or over the limit
    """
    if not CARD_MINIMUM <= amount <= Money(PAYMENT_MAX_PENCE):
        raise NotPayable(f"{amount.pence}p is not between {CARD_MINIMUM.pence}p and {PAYMENT_MAX_PENCE}p")
    return amount


def still_held(paid: Money, given_back: Money) -> Money:
    """Return what is left of a payment after refunds and disputes; never less than nothing."""
    return max(NOTHING, paid - given_back)
