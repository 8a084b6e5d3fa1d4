"""What somebody typed to find a tenancy, read as what it can be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

TYPED_MAX: Final = 80
WORDS_MAX: Final = 6
WORD_MIN: Final = 2
_POSTCODE: Final = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})")
_PHONE: Final = re.compile(r"\+?[\d\s()./-]{9,24}")
_PHONE_DIGITS_MIN: Final = 9


class NothingToLookFor(ValueError):
    """There is too little, or too much, to look for."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """
    One thing to look for: a phone number or postcode, or else words.

    Each word is lower case and begins a reference, a name or a part of an address.
    """

    words: tuple[str, ...] = ()
    phone: str | None = None
    postcode: str | None = None


def read_lookup(typed: str) -> Lookup:
    """
    Return what was typed as what it can be.

    :raises NothingToLookFor: if it is longer than an address, or has no word of two letters
    """
    plain = " ".join(typed.split())
    if len(plain) > TYPED_MAX:
        raise NothingToLookFor("too long")
    if postcode := _POSTCODE.fullmatch(plain.upper()):
        return Lookup(postcode=f"{postcode[1]} {postcode[2]}")
    if phone := _phone(plain):
        return Lookup(phone=phone)
    words = tuple(dict.fromkeys(word.strip(".,;") for word in plain.lower().split()))[:WORDS_MAX]
    if not any(len(word) >= WORD_MIN for word in words):
        raise NothingToLookFor("too short")
    return Lookup(words=tuple(word for word in words if word))


def _phone(plain: str) -> str | None:
    """Return a number as contacts are kept, ``+447700900123``, if that is what it can be."""
    digits = "".join(letter for letter in plain if letter.isascii() and letter.isdigit())
    if not _PHONE.fullmatch(plain) or len(digits) < _PHONE_DIGITS_MIN:
        return None
    if plain.startswith("+"):
        return f"+{digits}"
    if digits.startswith("00"):
        return f"+{digits[2:]}"
    return f"+44{digits[1:]}" if digits.startswith("0") else None
