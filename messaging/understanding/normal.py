"""Text made plain, so that rules need not know every way to type a word."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# What phones put in place of ' " - and a plain space.
_PLAIN: Final = str.maketrans(
    {0x2019: "'", 0x2018: "'", 0x60: "'", 0xB4: "'", 0x201C: '"', 0x201D: '"', 0x2026: "...", 0x2013: "-", 0x2014: "-", 0xA0: " "}
)
_SPACES: Final = re.compile(r"\s+")
_STRETCHED: Final = re.compile(r"([a-z])\1{2,}")
_APOSTROPHES: Final = re.compile(r"(?<=\w)'(?=\w)")


def normal(text: str) -> str:
    """Return the text in lower case, with plain quotes and spaces, apostrophes inside words left out and stretched words short."""
    plain = _APOSTROPHES.sub("", unicodedata.normalize("NFKC", text.translate(_PLAIN)).lower())
    return _STRETCHED.sub(r"\1\1", _SPACES.sub(" ", plain)).strip()
