"""Policy files: read once, checked whole, refused with the name of what is wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from rent.domain.policy import AdviceLine, Dated, Mark, Policy, in_force
from rent.domain.tenancy import Region

DEFAULT: Final = Path(__file__).parent.parent / "policies" / "default.toml"
_KINDS: Final[Mapping[str, type]] = {
    "tolerance_days": int,
    "contact_from": time,
    "contact_until": time,
    "contact_weekdays": list,
    "quiet_days": list,
    "link_minutes": int,
    "code_minutes": int,
    "advice_england": dict,
    "advice_wales": dict,
}


class NotAPolicy(ValueError):
    """The file is not a policy; the message names the entry to put right."""


@lru_cache
def load(path: Path = DEFAULT) -> tuple[Dated, ...]:
    """
    Return every dated value of a policy file.

    :raises NotAPolicy: if a name is unknown or missing, or an entry incomplete
    """
    try:
        names = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as trouble:
        raise NotAPolicy(f"{path.name}: {trouble}") from trouble
    if wrong := names.keys() ^ _KINDS.keys():
        raise NotAPolicy(f"{path.name}: unknown or missing: {', '.join(sorted(wrong))}")
    return tuple(_dated(name, entry, path) for name, entries in names.items() for entry in entries)


def policy_on(day: date, path: Path = DEFAULT) -> Policy:
    """
    Return the policy in force on a day.

    :raises NoPolicyInForce: if a value has none yet
    :raises NotAPolicy: if the file is not one
    """
    book = load(path)

    def value(name: str) -> Any:  # noqa: ANN401 (each name has the kind its table says)
        return in_force(book, name, day).value

    return Policy(
        tolerance=timedelta(days=value("tolerance_days")),
        contact_from=value("contact_from"),
        contact_until=value("contact_until"),
        contact_weekdays=frozenset(value("contact_weekdays")),
        quiet_days=frozenset(_month_and_day(text) for text in value("quiet_days")),
        link_lasts=timedelta(minutes=value("link_minutes")),
        code_lasts=timedelta(minutes=value("code_minutes")),
        advice={
            Region.ENGLAND: _advice(in_force(book, "advice_england", day)),
            Region.WALES: _advice(in_force(book, "advice_wales", day)),
        },
    )


def _dated(name: str, entry: Mapping[str, Any], path: Path) -> Dated:
    try:
        dated = Dated(name, entry["value"], entry["effective_from"], Mark(entry["mark"]), entry["source"])
    except (KeyError, TypeError, ValueError) as trouble:
        raise NotAPolicy(f"{path.name}: {name} needs a value, effective_from, mark and source ({trouble})") from trouble
    if type(dated.value) is not _KINDS[name] or type(dated.effective_from) is not date:
        raise NotAPolicy(f"{path.name}: {name} needs a {_KINDS[name].__name__} and a date to be effective from")
    return dated


def _advice(entry: Dated) -> AdviceLine:
    if not isinstance(entry.value, dict) or entry.value.keys() != {"name", "phone"}:
        raise NotAPolicy(f"{entry.name} needs a name and a phone")
    return AdviceLine(entry.value["name"], entry.value["phone"], is_verified=entry.mark is Mark.SEEN)


def _month_and_day(text: str) -> tuple[int, int]:
    try:
        # A leap year, so that 29 February can be a quiet day.
        day = date.fromisoformat(f"2024-{text}")
    except ValueError as trouble:
        raise NotAPolicy(f"{text} is not a month and day such as 12-25") from trouble
    return day.month, day.day
