"""A message to a person, from the moment it is wanted to the provider's last word on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NewType

MessageId = NewType("MessageId", int)
ConversationId = NewType("ConversationId", int)

# Where a conversation's memory keeps who was proved to be at the other end.
PROOF: Final = "proof"
# And that it waits for an officer to hand it back.
PAUSED: Final = "paused"
# And how often somebody failed to prove who they are.
WRONG_PROOFS: Final = "wrong_proofs"


class Direction(StrEnum):
    """Who speaks."""

    IN = "IN"
    OUT = "OUT"


class Author(StrEnum):
    """Whose words they are."""

    TENANT = "TENANT"
    ASSISTANT = "ASSISTANT"
    OFFICER = "OFFICER"
    SYSTEM = "SYSTEM"


class MessageClass(StrEnum):
    """
    What a message is for, which decides when it may be sent.

    Source: domain.md C (engine) and F
    """

    COLLECTION = "COLLECTION"
    ONGOING_RENT = "ONGOING_RENT"
    NEUTRAL = "NEUTRAL"
    REPLY = "REPLY"
    SECURITY = "SECURITY"
    SAFETY = "SAFETY"


class Why(StrEnum):
    """
    Why a person must look at a conversation, the most urgent first.

    Source: assistant/intents.md 1 and 3
    """

    CRISIS = "CRISIS"
    ABUSE = "ABUSE"
    DECEASED = "DECEASED"
    SOMEONE_ELSE = "SOMEONE_ELSE"
    BREATHING_SPACE = "BREATHING_SPACE"
    VULNERABLE = "VULNERABLE"
    LEGAL = "LEGAL"
    HAZARD = "HAZARD"
    DISPUTE = "DISPUTE"
    COMPLAINT = "COMPLAINT"
    ASKED = "ASKED"
    PLAN = "PLAN"
    HARDSHIP = "HARDSHIP"
    PAYMENT_QUERY = "PAYMENT_QUERY"
    DIRECT_DEBIT = "DIRECT_DEBIT"
    BENEFIT = "BENEFIT"
    REPAIRS = "REPAIRS"
    LANGUAGE = "LANGUAGE"
    LOCKED = "LOCKED"
    UNKNOWN_NUMBER = "UNKNOWN_NUMBER"
    TOO_MANY_TURNS = "TOO_MANY_TURNS"
    NOT_UNDERSTOOD = "NOT_UNDERSTOOD"
    COULD_NOT_HANDLE = "COULD_NOT_HANDLE"


class Delivery(StrEnum):
    """
    How far a message has come.

    WANTED waits in the outbox; CLAIMED is being handed over; UNKNOWN was handed over without an
    answer and is reconciled with the provider's list, never sent again blindly.
    """

    WANTED = "WANTED"
    CLAIMED = "CLAIMED"
    UNKNOWN = "UNKNOWN"
    DROPPED = "DROPPED"
    SENT = "SENT"
    DELIVERED = "DELIVERED"
    UNDELIVERED = "UNDELIVERED"
    FAILED = "FAILED"


RANK: Final[Mapping[Delivery, int]] = {
    Delivery.WANTED: 0,
    Delivery.CLAIMED: 1,
    Delivery.UNKNOWN: 2,
    Delivery.SENT: 3,
    Delivery.UNDELIVERED: 4,
    Delivery.FAILED: 4,
    Delivery.DELIVERED: 5,
    Delivery.DROPPED: 6,
}


def never_back(now: Delivery, heard: Delivery) -> Delivery:
    """
    Return the delivery state after a callback, which may be late, doubled or out of order.

    Source: payments.md 4.4
    """
    return heard if RANK[heard] > RANK[now] else now


PROVIDER_SAYS: Final[Mapping[str, tuple[int, Delivery]]] = {
    "accepted": (0, Delivery.SENT),
    "scheduled": (0, Delivery.SENT),
    "queued": (1, Delivery.SENT),
    "sending": (2, Delivery.SENT),
    "sent": (3, Delivery.SENT),
    "partially_delivered": (4, Delivery.SENT),
    "undelivered": (5, Delivery.UNDELIVERED),
    "failed": (5, Delivery.FAILED),
    "canceled": (5, Delivery.FAILED),
    "delivered": (6, Delivery.DELIVERED),
    "read": (7, Delivery.DELIVERED),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a message has come, in our words and in the provider's."""

    delivery: Delivery
    provider_status: str | None


def hear(standing: Standing, provider_status: str) -> Standing:
    """
    Return where a message stands once the provider has said a status; an unknown status changes nothing.

    Source: payments.md 4.4
    """
    if provider_status not in PROVIDER_SAYS:
        return standing
    rank, delivery = PROVIDER_SAYS[provider_status]
    known, _ = PROVIDER_SAYS.get(standing.provider_status or "", (-1, None))
    if rank <= known:
        return standing
    return Standing(never_back(standing.delivery, delivery), provider_status)
