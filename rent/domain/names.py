"""Names as people search for them."""

from __future__ import annotations

import unicodedata
from typing import Final

# Letters that Unicode does not take apart, though a keyboard without them does.
_PLAIN: Final = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "\u0131": "i", "æ": "ae", "œ": "oe", "þ": "th", "\u2019": "'"}
)


def folded(text: str) -> str:
    """Return a name in lower case, without accents and with single spaces."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(bare.translate(_PLAIN).split())
