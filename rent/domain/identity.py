"""Proving who somebody is: one-time codes, sessions and their limits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from rent.domain.tenancy import Channel, ContactPoint

CODE_DIGITS: Final = 6
CODE_LASTS: Final = timedelta(minutes=10)
CODE_TRIES_MAX: Final = 5
CODES_AN_HOUR_MAX: Final = 5
CODES_A_DAY_MAX: Final = 10
FAILURES_MAX: Final = 10
LOCKED_FOR: Final = timedelta(minutes=15)
ADDRESS_TRIES_A_MINUTE_MAX: Final = 20
OFFICER_CODE_LASTS: Final = timedelta(minutes=30)
PROOF_IS_FRESH_FOR: Final = timedelta(minutes=10)
SEEN_AGAIN_AFTER: Final = timedelta(minutes=1)
# A code goes by text; the next channel joins here once it has a sender.
CODE_CHANNELS: Final = (Channel.SMS,)
# Days are counted, not hours: the third day is the first that is sure to be 48 hours away.
CONTACT_WAITS_DAYS: Final = 3


class Counted(StrEnum):
    """What is counted against a limit."""

    CODE_SENT = "CODE_SENT"
    SIGN_IN_FAILED = "SIGN_IN_FAILED"
    OFFICER_FAILED = "OFFICER_FAILED"
    ASKED_FROM_ADDRESS = "ASKED_FROM_ADDRESS"


@dataclass(frozen=True, slots=True)
class Limit:
    """How often something may happen within a time."""

    counted: Counted
    at_most: int
    within: timedelta


CODES_AN_HOUR: Final = Limit(Counted.CODE_SENT, CODES_AN_HOUR_MAX, timedelta(hours=1))
CODES_A_DAY: Final = Limit(Counted.CODE_SENT, CODES_A_DAY_MAX, timedelta(days=1))
FAILURES: Final = Limit(Counted.SIGN_IN_FAILED, FAILURES_MAX, LOCKED_FOR)
OFFICER_FAILURES: Final = Limit(Counted.OFFICER_FAILED, FAILURES_MAX, LOCKED_FOR)
FROM_ADDRESS: Final = Limit(Counted.ASKED_FROM_ADDRESS, ADDRESS_TRIES_A_MINUTE_MAX, timedelta(minutes=1))


class SessionKind(StrEnum):
    """Which door a session opens."""

    TENANT = "TENANT"
    OFFICER = "OFFICER"


IDLE: Final = {SessionKind.TENANT: timedelta(minutes=15), SessionKind.OFFICER: timedelta(minutes=30)}
ABSOLUTE: Final = {SessionKind.TENANT: timedelta(hours=8), SessionKind.OFFICER: timedelta(hours=12)}


@dataclass(frozen=True, slots=True)
class SessionTimes:
    """When a session began and was last used, aware and in UTC."""

    kind: SessionKind
    created_at: datetime
    last_seen_at: datetime
    ended_at: datetime | None

    def is_live(self, now: datetime) -> bool:
        """
        Return whether the session still opens anything.

        Source: reliability.md 2.2 (7.3.x)
        """
        return self.ended_at is None and self.left(now) > timedelta()

    def left(self, now: datetime) -> timedelta:
        """Return how long the session still lives if nobody uses it or ends it."""
        return min(self.last_seen_at + IDLE[self.kind], self.created_at + ABSOLUTE[self.kind]) - now


def as_typed(reference: str) -> str:
    """Return a rent reference however it was typed: capitals, without spaces."""
    return "".join(reference.split()).upper()


def where_to_send(contacts: Iterable[ContactPoint], today: date) -> ContactPoint | None:
    """
    Return the contact a one-time code goes to: the preferred one of those that are on file, safe and not new.

    Source: reliability.md 2.3
    """
    usable = [contact for contact in contacts if contact.channel in CODE_CHANNELS and contact.may_receive(today)]
    return min(usable, key=lambda contact: (not contact.is_preferred, contact.id), default=None)


def usable_from(changed_on: date) -> date:
    """
    Return the first day a new contact may receive codes and news of money, at least 48 hours by the clock.

    Source: reliability.md 2.3 (contact change is the takeover route)
    """
    return changed_on + timedelta(days=CONTACT_WAITS_DAYS)


def is_fresh(proved_at: datetime, now: datetime) -> bool:
    """Return whether somebody proved who they are recently enough to change how they are reached."""
    return now - proved_at < PROOF_IS_FRESH_FOR
