"""Rent accounts: charge lines, postings and what they add up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NewType

from rent.domain.money import NOTHING, Money, total
from rent.domain.periods import Period

AccountId = NewType("AccountId", int)
PostingId = NewType("PostingId", int)


class AccountKind(StrEnum):
    """
    Separate ledgers. Only the current rent account counts towards a possession notice.

    Source: domain.md RM-9
    """

    CURRENT_RENT = "CURRENT_RENT"
    GARAGE = "GARAGE"
    RECHARGE = "RECHARGE"
    COURT_COSTS = "COURT_COSTS"
    SERVICE_CHARGE = "SERVICE_CHARGE"
    FORMER_TENANT = "FORMER_TENANT"
    HB_OVERPAYMENT = "HB_OVERPAYMENT"


class ChargeKind(StrEnum):
    """What a charge line is for."""

    RENT = "RENT"
    SERVICE_CHARGE = "SERVICE_CHARGE"
    HEATING = "HEATING"
    WATER = "WATER"
    SUPPORT = "SUPPORT"
    MEALS = "MEALS"
    INSURANCE = "INSURANCE"
    FURNITURE = "FURNITURE"
    GARAGE = "GARAGE"


class PostingKind(StrEnum):
    """What a posting records. Charges are positive, payments negative."""

    OPENING = "OPENING"
    CHARGE = "CHARGE"
    PAYMENT = "PAYMENT"
    ADJUSTMENT = "ADJUSTMENT"
    REVERSAL = "REVERSAL"
    REFUND = "REFUND"


_RAISES: Final[Mapping[PostingKind, bool]] = {
    PostingKind.CHARGE: True,
    PostingKind.PAYMENT: False,
    PostingKind.REFUND: True,
}


class Payer(StrEnum):
    """
    Whose money a payment is.

    Source: domain.md RM-16
    """

    TENANT = "TENANT"
    HOUSING_BENEFIT = "HOUSING_BENEFIT"
    UNIVERSAL_CREDIT = "UNIVERSAL_CREDIT"
    THIRD_PARTY_DEDUCTION = "THIRD_PARTY_DEDUCTION"
    LOCAL_HOUSING_PAYMENT = "LOCAL_HOUSING_PAYMENT"
    LANDLORD = "LANDLORD"


class Means(StrEnum):
    """How money came."""

    CARD = "CARD"
    DIRECT_DEBIT = "DIRECT_DEBIT"
    STANDING_ORDER = "STANDING_ORDER"
    CASH = "CASH"
    BANK_TRANSFER = "BANK_TRANSFER"
    BENEFIT_FILE = "BENEFIT_FILE"
    NONE = "NONE"


@dataclass(frozen=True, slots=True)
class ChargeLine:
    """One thing charged each period, and whether benefit can cover it."""

    kind: ChargeKind
    amount: Money
    eligible_for_benefit: bool
    period: Period


@dataclass(frozen=True, slots=True)
class Posting:
    """
    One line of the ledger. It is never changed: a mistake is undone by another posting.

    ``source`` and ``external_id`` together are unique, which is what makes posting idempotent.
    """

    account_id: AccountId
    kind: PostingKind
    amount: Money
    value_date: date
    source: str
    external_id: str
    description: str = ""
    payer: Payer = Payer.TENANT
    means: Means = Means.NONE
    reverses: PostingId | None = None
    payment_id: int | None = None
    id: PostingId | None = None


class WrongSign(ValueError):
    """The amount is nothing, or moves the balance the wrong way for what it is called."""


def check_sign(posting: Posting) -> Posting:
    """
    Return the posting if its amount moves the balance the way its kind must.

    A charge or refund raises what is owed and a payment lowers it; the other kinds may do either.

    :raises WrongSign: if it does not, or moves nothing at all
    """
    raises = posting.amount > NOTHING
    if not posting.amount or raises is not _RAISES.get(posting.kind, raises):
        raise WrongSign(f"{posting.kind} of {posting.amount.pence}p")
    return posting


class NotReversible(ValueError):
    """The posting cannot be undone."""


def reversal_of(posting: Posting, *, value_date: date, source: str, external_id: str, reason: str) -> Posting:
    """
    Return the posting that undoes another in full.

    :raises NotReversible: if it is a reversal itself or has not been recorded yet
    """
    if posting.id is None or posting.kind is PostingKind.REVERSAL:
        raise NotReversible(f"a posting that is recorded and no reversal, not {posting.kind} {posting.id}")
    return Posting(
        account_id=posting.account_id,
        kind=PostingKind.REVERSAL,
        amount=-posting.amount,
        value_date=value_date,
        source=source,
        external_id=external_id,
        description=reason,
        payer=posting.payer,
        means=posting.means,
        reverses=posting.id,
        payment_id=posting.payment_id,
    )


def balance(postings: Iterable[Posting]) -> Money:
    """Return what the postings add up to."""
    return total(posting.amount for posting in postings)


def charged_on(day: date, lines: Iterable[ChargeLine]) -> Money:
    """Return the full charge of a period that begins on a day."""
    return total(line.amount for line in lines if day in line.period)


def eligible_on(day: date, lines: Iterable[ChargeLine]) -> Money:
    """
    Return the part of a period's charge that benefit can cover.

    Source: domain.md RM-5
    """
    return total(line.amount for line in lines if line.eligible_for_benefit and day in line.period)
