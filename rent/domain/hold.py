"""Holds: reasons not to collect, which stand above everything else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rent.domain.message import MessageClass
from rent.domain.tenancy import TenancyId


class HoldKind(StrEnum):
    """Why collection is on hold."""

    BREATHING_SPACE = "BREATHING_SPACE"
    MENTAL_HEALTH_CRISIS = "MENTAL_HEALTH_CRISIS"
    CRISIS = "CRISIS"
    DECEASED = "DECEASED"
    DISPUTE = "DISPUTE"
    OFFICER_PAUSE = "OFFICER_PAUSE"


STATUTORY = frozenset({HoldKind.BREATHING_SPACE, HoldKind.MENTAL_HEALTH_CRISIS})


@dataclass(frozen=True, slots=True)
class Hold:
    """A hold on a tenancy. ``ends_on`` is the last day; an open hold ends only by a person."""

    tenancy_id: TenancyId
    kind: HoldKind
    starts_on: date
    ends_on: date | None = None

    def covers(self, day: date) -> bool:
        """Return whether the hold is in force on a day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    def stops(self, message_class: MessageClass) -> bool:
        """
        Return whether a message of this class may not leave while the hold is in force.

        Source: domain.md BS-5, BS-6, RM-14, J1, J10, J13
        """
        if self.kind is HoldKind.DECEASED:
            return True
        if self.kind is HoldKind.CRISIS:
            # Whoever writes to us in a crisis is still answered.
            return message_class not in {MessageClass.SAFETY, MessageClass.SECURITY, MessageClass.REPLY}
        return message_class is MessageClass.COLLECTION
