"""Proving who somebody is: one-time codes, sessions and their limits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

CODE_DIGITS: Final = 6
CODE_LASTS: Final = timedelta(minutes=10)
CODE_TRIES_MAX: Final = 5
CODES_AN_HOUR_MAX: Final = 5
CODES_A_DAY_MAX: Final = 10
FAILURES_MAX: Final = 10
LOCKED_FOR: Final = timedelta(minutes=15)
ADDRESS_TRIES_A_MINUTE_MAX: Final = 20
OFFICER_CODE_LASTS: Final = timedelta(minutes=30)


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
        return self.ended_at is None and now - self.last_seen_at < IDLE[self.kind] and now - self.created_at < ABSOLUTE[self.kind]
