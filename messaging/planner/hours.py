"""When a message may reach a phone, and when a person answers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from rent.domain.message import MessageClass
from rent.domain.periods import is_working_day, working_days_after

EARLIEST: Final = time(8)
LATEST: Final = time(20)
OPENS: Final = time(9)
CLOSES: Final = time(17)
IN_HOURS_ONLY: Final = frozenset({MessageClass.COLLECTION, MessageClass.ONGOING_RENT})
_SUNDAY: Final = 6


@dataclass(frozen=True, slots=True)
class Office:
    """Whether a person is at work now, and the day the next one will be."""

    is_open: bool
    answers_on: date


def allowed_from(local: datetime, message_class: MessageClass, quiet_days: Collection[date]) -> datetime:
    """
    Return the moment from which a message of a class may be sent: now, or the next morning it may.

    Moments are by the clocks of London.

    Source: domain.md F (hours)
    """
    if message_class not in IN_HOURS_ONLY:
        return local
    if _is_quiet(local.date(), quiet_days) or local.time() >= LATEST:
        return _morning(local, quiet_days)
    return local if local.time() >= EARLIEST else datetime.combine(local.date(), EARLIEST, local.tzinfo)


def office_at(local: datetime, bank_holidays: frozenset[date]) -> Office:
    """
    Return whether the office is open, Monday to Friday from nine to five, and the day somebody answers.

    Source: assistant/intents.md 6.7
    """
    today = local.date()
    works = is_working_day(today, bank_holidays)
    if works and local.time() < CLOSES:
        return Office(local.time() >= OPENS, today)
    return Office(is_open=False, answers_on=working_days_after(today, 1, bank_holidays))


def _morning(local: datetime, quiet_days: Collection[date]) -> datetime:
    day = local.date() + timedelta(days=1)
    while _is_quiet(day, quiet_days):
        day += timedelta(days=1)
    return datetime.combine(day, EARLIEST, local.tzinfo)


def _is_quiet(day: date, quiet_days: Collection[date]) -> bool:
    return day.weekday() == _SUNDAY or day in quiet_days
