"""The lists in ``phrases/words.toml``, and what a whole message made of one of their words means."""

from __future__ import annotations

import re
import tomllib
from typing import Any, Final

from messaging.understanding.rule import PHRASES

_ALL: Final[dict[str, Any]] = tomllib.loads((PHRASES / "words.toml").read_text())
_CARRIER: Final = {name: frozenset(words) for name, words in _ALL["carrier"].items()}
_OURS: Final = {name: frozenset(words) for name, words in _ALL["ours"].items()}
_COMMON: Final = {language: frozenset(words) for language, words in _ALL["common"].items()}
EVERYTHING: Final[tuple[str, ...]] = tuple(_ALL["amounts"]["everything"])
ALL: Final[frozenset[str]] = frozenset(_ALL["amounts"]["all"])
HALF: Final[tuple[str, ...]] = tuple(_ALL["amounts"]["half"])
_TRIM: Final = " \t\r\n\"'.,!;:()[]*-_"
_WORDS: Final = re.compile(r"[^\W\d_]+")


def trimmed(plain: str) -> str:
    """Return a message without the quotes, brackets and punctuation around it."""
    bare = plain.strip(_TRIM)
    return bare.rstrip("?").rstrip(_TRIM) or bare or plain


def means(word: str, what: str) -> bool:
    """Return whether a whole message is one of the words for ``opt_out``, ``opt_in``, ``yes``, ``no`` or ``help``."""
    return word in _CARRIER.get(what, ()) or word in _OURS.get(what, ())


def is_carriers(word: str, what: str) -> bool:
    """Return whether the carrier acts on the word by itself."""
    return word in _CARRIER.get(what, ())


def language_named(plain: str) -> str | None:
    """Return the ISO code of the language a text names, if it names one."""
    return next((_ALL["languages"][word] for word in _WORDS.findall(plain) if word in _ALL["languages"]), None)


def language_written(plain: str) -> str | None:
    """Return the language a text is written in where its commonest words tell, else None."""
    said = _WORDS.findall(plain)
    counts = {language: sum(word in common for word in said) for language, common in _COMMON.items()}
    best, *others = sorted(counts, key=counts.__getitem__, reverse=True)
    return None if counts[best] == counts[others[0]] else best
