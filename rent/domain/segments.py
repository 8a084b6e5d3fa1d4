"""How many segments a text is cut into on its way to a phone, which is what it costs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

_BASIC: Final = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED: Final = frozenset("^{}\\[~]|€\f")
_BEYOND_ONE_UNIT: Final = 0xFFFF


class Encoding(StrEnum):
    """How the characters travel. One character outside GSM-7 more than halves a segment."""

    GSM_7 = "GSM_7"
    UCS_2 = "UCS_2"


_ALONE: Final = {Encoding.GSM_7: 160, Encoding.UCS_2: 70}
_JOINED: Final = {Encoding.GSM_7: 153, Encoding.UCS_2: 67}


@dataclass(frozen=True, slots=True)
class Segments:
    """A body as the network counts it: units are septets in GSM-7, 16 bit words in UCS-2."""

    encoding: Encoding
    units: int
    segments: int


def count(body: str) -> Segments:
    """
    Return a body's encoding, units and segments; an empty body is one segment.

    Source: payments.md 4.4; 3GPP TS 23.038
    """
    encoding = Encoding.GSM_7 if all(character in _BASIC or character in _EXTENDED for character in body) else Encoding.UCS_2
    widths = [_width(character, encoding) for character in body]
    units = sum(widths)
    return Segments(encoding, units, 1 if units <= _ALONE[encoding] else _joined(widths, _JOINED[encoding]))


def _width(character: str, encoding: Encoding) -> int:
    if encoding is Encoding.GSM_7:
        return 2 if character in _EXTENDED else 1
    return 2 if ord(character) > _BEYOND_ONE_UNIT else 1


def _joined(widths: list[int], room: int) -> int:
    # A character of two units is never cut in half, so a segment may end one unit early.
    segments, used = 1, 0
    for width in widths:
        if used + width > room:
            segments, used = segments + 1, 0
        used += width
    return segments
