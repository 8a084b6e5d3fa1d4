"""Mark words for the translators where they stand, to be looked up in a language when they are said."""

from __future__ import annotations


def to_say(message: str) -> str:
    """Return the message as it is; the catalogue finds it by this function's name."""
    return message
