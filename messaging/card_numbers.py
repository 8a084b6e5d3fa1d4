"""Card numbers people text us by mistake. They are struck out before anything is stored."""

from __future__ import annotations

import re
from typing import Final

STRUCK_OUT: Final = "[card number removed]"
_LIKE_A_CARD: Final = re.compile(r"(?<![\d+])(?:\d[ -]?){12,18}\d(?!\d)")
_TEN: Final = 10
_NINE: Final = 9


def strike_out(text: str) -> str:
    """Return the text with every number of 13 to 19 digits that has a card's check digit replaced."""
    return _LIKE_A_CARD.sub(lambda found: STRUCK_OUT if _has_check_digit(found[0]) else found[0], text)


def _has_check_digit(written: str) -> bool:
    digits = [int(character) for character in written if character.isdigit()]
    doubled = [twice - _NINE if (twice := digit * 2) > _NINE else twice for digit in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % _TEN == 0
