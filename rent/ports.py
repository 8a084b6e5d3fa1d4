"""What we ask of the outside world, in our own words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from rent.domain.account import Means
from rent.domain.money import Money
from rent.domain.settlement import GivenBack, Standing


class ProviderTrouble(Exception):
    """The provider did not answer, or not in a way we can use. Trying again later may help."""


class ProviderRefused(Exception):
    """The provider understood and said no. Trying again will not help."""


class NotSigned(Exception):
    """A webhook's signature is missing, wrong, too old or from the future."""


@dataclass(frozen=True, slots=True)
class CheckoutWanted:
    """A checkout for a fixed amount. Nothing here names the tenant or their home."""

    payment: str
    amount: Money
    locale: str
    return_url: str
    cancel_url: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Checkout:
    """A checkout page the provider hosts."""

    session_id: str
    url: str


@dataclass(frozen=True, slots=True)
class ProviderPayment:
    """Everything the provider knows of one payment, whatever order its events came in."""

    payment: str
    session_id: str | None
    provider_id: str | None
    standing: Standing
    received: Money
    received_on: date | None
    given_back: tuple[GivenBack, ...] = ()
    means: Means = Means.CARD


class Subject(StrEnum):
    """What an event is about, and so what to look up. OTHER is none of our business."""

    CHECKOUT = "CHECKOUT"
    PAYMENT = "PAYMENT"
    PAYOUT = "PAYOUT"
    OTHER = "OTHER"


@dataclass(frozen=True, slots=True)
class ProviderEvent:
    """
    A webhook event, verified. ``object_id`` is what to look up; ``payment`` our own id where it says.

    ``payload`` is no more than we need to keep: nothing of the card or the person.
    """

    event_id: str
    kind: str
    object_id: str
    payment: str | None
    payload: Mapping[str, object]
    subject: Subject = Subject.OTHER


@dataclass(frozen=True, slots=True)
class BalanceLine:
    """
    One line of the provider's own book, inside a payout.

    Positive amounts came in. ``booked_as`` is the outside id our own posting must have, if any.
    """

    provider_id: str
    category: str
    amount: Money
    fee: Money
    net: Money
    payment: str | None
    booked_as: str | None = None


@dataclass(frozen=True, slots=True)
class ProviderPayout:
    """Money the provider sends to the landlord's bank."""

    provider_id: str
    amount: Money
    arrives_on: date
    status: str


class CardPayments(Protocol):
    """
    Someone who can take a card payment on a page of their own.

    Every method raises ProviderTrouble or ProviderRefused.
    """

    def open_checkout(self, wanted: CheckoutWanted) -> Checkout:
        """Return the hosted checkout for a payment; asking twice for one payment opens one."""
        ...

    def look_up(self, session_id: str) -> ProviderPayment:
        """Return what the provider knows of the payment behind a checkout."""
        ...

    def look_up_payment(self, provider_id: str) -> ProviderPayment:
        """Return what the provider knows of a payment by the provider's own id."""
        ...

    def read_event(self, raw: bytes, signature: str | None, now: datetime) -> ProviderEvent:
        """
        Return a webhook's event from its raw body.

        :raises NotSigned: if the signature does not prove who sent it, and when
        """
        ...

    def events_since(self, since: datetime) -> Iterator[ProviderEvent]:
        """Yield the events of the last days, for those whose webhook never came."""
        ...

    def look_up_payout(self, payout_id: str) -> ProviderPayout:
        """Return a payout as the provider has it now."""
        ...

    def payout_lines(self, payout_id: str) -> Iterator[BalanceLine]:
        """Yield the lines a payout is made of."""
        ...


class Undelivered(StrEnum):
    """Why a message did not arrive."""

    UNREACHABLE = "UNREACHABLE"
    LANDLINE = "LANDLINE"
    NO_SUCH_NUMBER = "NO_SUCH_NUMBER"
    OPTED_OUT = "OPTED_OUT"
    BLOCKED = "BLOCKED"
    FILTERED = "FILTERED"
    NOT_ALLOWED = "NOT_ALLOWED"
    TOO_FAST = "TOO_FAST"
    OURS = "OURS"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of handing a message over. ``provider_id`` is missing when it was refused."""

    provider_id: str | None
    status: str
    undelivered: Undelivered | None = None
    error_code: int | None = None


class SendUnknown(Exception):
    """The message may or may not have been taken; it must be reconciled, not sent again."""


@dataclass(frozen=True, slots=True)
class ProviderMessage:
    """A message as the provider's own list has it."""

    provider_id: str
    to: str
    body: str
    status: str
    error_code: int | None
    sent_at: datetime | None


class TextMessages(Protocol):
    """Someone who can put words on a tenant's phone."""

    def send(self, *, to: str, body: str, reference: str) -> Sent:
        """
        Hand over one message, once.

        :raises SendUnknown: if no answer came
        :raises ProviderTrouble: if it surely was not taken and later may be
        """
        ...

    def listed(self, *, to: str, since: datetime) -> Iterator[ProviderMessage]:
        """Yield the messages the provider has for a number, newest first."""
        ...
