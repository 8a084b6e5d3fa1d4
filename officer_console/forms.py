"""What a page sent, read strictly: anybody with a socket can send anything."""

import re
from typing import Any, Final

ID_DIGITS_MAX: Final = 18
_PUBLIC_ID: Final = re.compile(r"[0-9A-Za-z_-]{1,24}")
_COMMAND: Final = re.compile(r"[0-9a-f]{32}")


class TooLong(ValueError):
    """More was typed than there is room for."""


def typed(form: Any, name: str, *, at_most: int) -> str:  # noqa: ANN401 - whatever was sent
    """
    Return what was typed into a field; nothing if it is missing or no text.

    :raises TooLong: if it is longer than it may be
    """
    said = form.get(name) if isinstance(form, dict) else None
    if not isinstance(said, str):
        return ""
    kept = said.replace("\0", "").strip()
    if len(kept) > at_most:
        raise TooLong(name)
    return kept


def typed_or_nothing(form: Any, name: str, *, at_most: int) -> str:  # noqa: ANN401 - whatever was sent
    """Return what was typed into a field; nothing if it is missing, no text or too long."""
    try:
        return typed(form, name, at_most=at_most)
    except TooLong:
        return ""


def number_of(said: Any) -> int:  # noqa: ANN401 - whatever was sent
    """Return a row's number; nought, which no row has, for anything else."""
    text = str(said) if isinstance(said, str | int) and not isinstance(said, bool) else ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= ID_DIGITS_MAX else 0


def public_id_of(said: Any) -> str:  # noqa: ANN401 - whatever was sent
    """Return what can be a tenancy's public id, or nothing."""
    return said if isinstance(said, str) and _PUBLIC_ID.fullmatch(said) else ""


def is_command(said: str) -> bool:
    """Return whether this is the id of a command that one of our pages made."""
    return _COMMAND.fullmatch(said) is not None
