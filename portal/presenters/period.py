"""From what a tenant chose or typed to the days a statement is of, and back to what was wrong with it."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, timedelta
from typing import Final

from rent.domain.periods import Period, RentYear
from rent.domain.statement import last_thirteen_weeks
from web.localised import to_say

THIRTEEN_WEEKS: Final = "13-weeks"
THIS_YEAR: Final = "this-year"
OTHER_DAYS: Final = "other"
YEARS_MAX: Final = 6
DIGITS_MAX: Final = 4
_DAY: Final = timedelta(days=1)


class NotAPeriod(Exception):
    """What to put right, in English, and the field where."""

    def __init__(self, field: str, message: str) -> None:
        """Keep both."""
        super().__init__(message)
        self.field, self.message = field, message


def chosen_period(form: Mapping[str, str], today: date) -> Period:
    """
    Return the period a form asks for; thirteen weeks when it says nothing.

    :raises NotAPeriod: if the days typed make none
    """
    chosen = form.get("period")
    if chosen == OTHER_DAYS:
        return between(_day(form, "from"), _day(form, "to"), today)
    return Period(RentYear.of(today).starts_on, today + _DAY) if chosen == THIS_YEAR else last_thirteen_weeks(today)


def between(first: date | None, last: date | None, today: date) -> Period:
    """
    Return the days from the first to the last, both included.

    :raises NotAPeriod: if there is none that can be shown
    """
    if first is None:
        raise NotAPeriod("from-day", to_say("Enter the first day as a real date, like 27 3 2026"))
    if last is None:
        raise NotAPeriod("to-day", to_say("Enter the last day as a real date, like 27 6 2026"))
    if last < first:
        raise NotAPeriod("to-day", to_say("The last day must be the same as or after the first day"))
    if first > today:
        raise NotAPeriod("from-day", to_say("The first day must be today or in the past"))
    if first.year < today.year - YEARS_MAX:
        raise NotAPeriod("from-day", to_say("We can show the last 6 years here. Contact us for older statements"))
    return Period(first, min(last, today) + _DAY)


def _day(form: Mapping[str, str], name: str) -> date | None:
    parts = [form.get(f"{name}-{part}", "").strip() for part in ("year", "month", "day")]
    # Digits of any script: int() reads them all.
    if not all(part.isdecimal() and len(part) <= DIGITS_MAX for part in parts):
        return None
    with suppress(ValueError):
        return date(*map(int, parts))
    return None
