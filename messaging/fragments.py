"""
Which messages of one sender belong together.

People send a thought in pieces. What we understand is answered at once, since waiting helps nobody; what we do
not, or what breaks off, waits twenty seconds for the rest and is then read as one. A piece that comes later
still is read together with what we had not understood. Words the carrier acts on, and anything urgent, stand alone.

Source: assistant/intents.md 6.8
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final, TypeVar

from messaging.dialogue.understood import Intent, Risk, Understood

TOGETHER: Final = timedelta(seconds=20)
_FULL_SEGMENT: Final = 153
_BREAKS_OFF: Final = (
    ",",
    "-",
    "...",
    " and",
    " but",
    " or",
    " because",
    " so",
    " the",
    " my",
    " a",
    " to",
    " i",
    " of",
    " with",
    " a'r",
    " ond",
)
_ALONE: Final = frozenset({Intent.CRISIS_RISK, Intent.OPT_OUT, Intent.OPT_IN, Intent.CONFIRM_YES, Intent.CONFIRM_NO})
T = TypeVar("T")


def stands_alone(understood: Understood) -> bool:
    """Return whether a message must not be read together with another."""
    return understood.is_keyword or understood.risk is Risk.LIFE or understood.intent in _ALONE


def waits(text: str, understood: Understood, *, received_at: datetime, now: datetime) -> bool:
    """Return whether the rest of a message may still be on its way."""
    if now - received_at >= TOGETHER or stands_alone(understood):
        return False
    return understood.intent is Intent.UNKNOWN or breaks_off(text)


def breaks_off(text: str) -> bool:
    """Return whether a text ends in the middle of a sentence."""
    ended = text.rstrip().lower()
    return ended.endswith(_BREAKS_OFF) or (len(text) >= _FULL_SEGMENT and not ended.endswith((".", "!", "?", "x")))


def is_urgent(understood: Understood) -> bool:
    """Return whether a message goes before those that came before it: a life at risk, or the carrier's word for silence."""
    return understood.risk is Risk.LIFE or (understood.intent is Intent.OPT_OUT and understood.is_keyword)


def first_turn(pieces: Sequence[T], understood: Sequence[Understood], received: Sequence[datetime]) -> Sequence[T]:
    """
    Return the pieces that make the next turn: an urgent one by itself, else the first and those that follow within twenty seconds.

    A piece that stands alone is never joined.
    """
    urgent = next((piece for piece, meant in zip(pieces, understood, strict=True) if is_urgent(meant)), None)
    if urgent is not None:
        return [urgent]
    together = [pieces[0]]
    if stands_alone(understood[0]):
        return together
    for number in range(1, len(pieces)):
        if received[number] - received[number - 1] >= TOGETHER or stands_alone(understood[number]):
            break
        together.append(pieces[number])
    return together
