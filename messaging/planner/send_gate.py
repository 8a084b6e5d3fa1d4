"""
The last look at a message before it leaves, in the transaction that claims it.

Every reason not to send stands in one list, and the first that holds wins. What is dropped says why.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from messaging.planner.hours import allowed_from
from rent.domain.hold import Hold
from rent.domain.message import Author, MessageClass
from rent.domain.money import Money
from rent.domain.tenancy import Channel, NumberStatus

COLLECTION_QUIET: Final = timedelta(days=7)
ANSWERS: Final = frozenset({MessageClass.REPLY, MessageClass.SAFETY})
DESPITE_OPT_OUT: Final = frozenset({MessageClass.SAFETY, MessageClass.SECURITY})
NEEDS_A_TRUSTED_NUMBER: Final = frozenset({MessageClass.COLLECTION, MessageClass.ONGOING_RENT, MessageClass.SECURITY})


@dataclass(frozen=True, slots=True)
class Allowed:
    """It may leave now."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """It never leaves, and why."""

    why: str


@dataclass(frozen=True, slots=True)
class Deferred:
    """It may leave later, and why not now."""

    until: datetime
    why: str


@dataclass(frozen=True, slots=True)
class NumberNow:
    """What is known of the number, over everybody who has it on file. ``usable_from`` is for codes and news of money."""

    status: NumberStatus
    is_safe: bool
    opted_out: bool
    usable_from: date | None
    has_died: bool


@dataclass(frozen=True, slots=True)
class Leaving:
    """
    A message and what is true of it now.

    ``number`` is missing where nobody has it on file. ``owed_then`` is the balance its words were written from,
    ``owed_now`` the balance today. ``is_last_word`` confirms an opt-out or a wrong number, once. ``collects`` when
    it asks for money, whatever its class.
    """

    channel: Channel
    message_class: MessageClass
    author: Author
    number: NumberNow | None
    holds: tuple[Hold, ...]
    expires_at: datetime | None = None
    is_last_word: bool = False
    collects: bool = False
    owed_then: Money | None = None
    owed_now: Money | None = None
    latest_collection_at: datetime | None = None


Verdict = Allowed | Dropped | Deferred
Gate = Callable[[Leaving, datetime, Collection[date]], Verdict | None]


def may_leave(leaving: Leaving, *, local: datetime, quiet_days: Collection[date]) -> Verdict:
    """Return whether a message may leave at a moment, by the clocks of London."""
    return next((verdict for gate in GATES if (verdict := gate(leaving, local, quiet_days))), Allowed())


def _no_channel(leaving: Leaving, _local: datetime, _quiet: Collection[date]) -> Verdict | None:
    return None if leaving.channel is Channel.SMS else Dropped("NO_SENDER_FOR_THIS_CHANNEL")


def _expired(leaving: Leaving, local: datetime, _quiet: Collection[date]) -> Verdict | None:
    return Dropped("EXPIRED") if leaving.expires_at is not None and leaving.expires_at <= local else None


def _died(leaving: Leaving, local: datetime, _quiet: Collection[date]) -> Verdict | None:
    """Source: domain.md J13."""
    died = leaving.number is not None and leaving.number.has_died
    held = any(hold.stops(MessageClass.SAFETY) and hold.covers(local.date()) for hold in leaving.holds)
    return Dropped("DECEASED") if died or held else None


def _not_on_file(leaving: Leaving, _local: datetime, _quiet: Collection[date]) -> Verdict | None:
    return Dropped("NUMBER_NOT_ON_FILE") if leaving.number is None and leaving.message_class not in ANSWERS else None


def _not_safe(leaving: Leaving, _local: datetime, _quiet: Collection[date]) -> Verdict | None:
    unsafe = leaving.number is not None and not leaving.number.is_safe
    return Dropped("NOT_SAFE_TO_CONTACT") if unsafe and leaving.message_class is not MessageClass.SAFETY else None


def _opted_out(leaving: Leaving, _local: datetime, _quiet: Collection[date]) -> Verdict | None:
    """Source: domain.md F (STOP), J11."""
    if leaving.number is None or not leaving.number.opted_out or leaving.is_last_word:
        return None
    return None if leaving.message_class in DESPITE_OPT_OUT else Dropped("OPTED_OUT")


def _bad_number(leaving: Leaving, _local: datetime, _quiet: Collection[date]) -> Verdict | None:
    if leaving.number is None or leaving.is_last_word or leaving.message_class is MessageClass.SAFETY:
        return None
    if leaving.number.status is NumberStatus.WRONG_PERSON:
        return Dropped("WRONG_NUMBER")
    # A number that just wrote to us can be reached, whatever the network said before.
    unreachable = leaving.number.status is NumberStatus.UNREACHABLE and leaving.message_class is not MessageClass.REPLY
    return Dropped("UNREACHABLE") if unreachable else None


def _too_new(leaving: Leaving, local: datetime, _quiet: Collection[date]) -> Verdict | None:
    """Source: reliability.md 2.3 (contact change)."""
    if leaving.number is None or leaving.number.usable_from is None or leaving.message_class not in NEEDS_A_TRUSTED_NUMBER:
        return None
    return Dropped("NUMBER_TOO_NEW") if leaving.number.usable_from > local.date() else None


def _held(leaving: Leaving, local: datetime, _quiet: Collection[date]) -> Verdict | None:
    """Source: domain.md BS-4, BS-5, J1, J10."""
    said = MessageClass.COLLECTION if leaving.collects else leaving.message_class
    stopping = (hold for hold in leaving.holds if hold.covers(local.date()) and hold.stops(said))
    return next((Dropped(f"ON_HOLD_{hold.kind.value}") for hold in stopping), None)


def _stale(leaving: Leaving, _local: datetime, _quiet: Collection[date]) -> Verdict | None:
    """Source: design.md 2 (a message is about to leave)."""
    return Dropped("BALANCE_MOVED") if leaving.owed_then is not None and leaving.owed_then != leaving.owed_now else None


def _too_often(leaving: Leaving, local: datetime, _quiet: Collection[date]) -> Verdict | None:
    """Source: domain.md F (hours)."""
    latest = leaving.latest_collection_at
    if leaving.message_class is not MessageClass.COLLECTION or leaving.author is Author.OFFICER or latest is None:
        return None
    return Dropped("TOO_OFTEN") if local - latest < COLLECTION_QUIET else None


def _out_of_hours(leaving: Leaving, local: datetime, quiet: Collection[date]) -> Verdict | None:
    """Source: domain.md F (hours)."""
    opens = allowed_from(local, leaving.message_class, quiet)
    return None if opens == local else Deferred(opens, "OUT_OF_HOURS")


GATES: Final[tuple[Gate, ...]] = (
    _no_channel,
    _expired,
    _died,
    _not_on_file,
    _not_safe,
    _bad_number,
    _opted_out,
    _too_new,
    _held,
    _stale,
    _too_often,
    _out_of_hours,
)
