"""Amounts of money as people text them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from rent.domain.money import Money, NotAnAmount, pounds

_SLANG: Final = {"fiver": 5, "tenner": 10, "score": 20, "pony": 25, "bullseye": 50, "ton": 100}
_UNDER_TWENTY: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_ONES: Final = {word: number for number, word in enumerate(_UNDER_TWENTY)}
_TENS: Final = {
    word: number * 10 for number, word in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), start=2)
}
_CYMRAEG: Final = {"pum": 5, "deg": 10, "pymtheg": 15, "ugain": 20, "deg ar hugain": 30, "deugain": 40, "hanner cant": 50, "cant": 100}
_FIGURE: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,7}(?:\.\d{1,2})?"
_MARKED: Final = re.compile(rf"(?P<sign>-|minus )?(?:£ ?(?P<after>{_FIGURE})|(?P<before>{_FIGURE}) ?(?:pounds?|quid|punt|bar|gbp|£)(?!\w))")
_NOT_MONEY: Final = (
    "st|nd|rd|th|am|pm|weeks?|months?|days?|years?|minutes?|hours?|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|kids?|children"
)
_BARE: Final = re.compile(rf"(?<![\d/.:-])(?P<figure>{_FIGURE})(?![\d/:%-]|\.\d| ?(?:{_NOT_MONEY}))")
_WORDS: Final = re.compile(
    rf"\b(?P<tens>{'|'.join(_TENS)})?[ -]?(?P<ones>{'|'.join(_ONES)}|a(?= hundred))?\b(?P<hundred> hundred)? ?(?:pounds?|quid|bar)\b"
)
_NOTES: Final = re.compile(rf"\b(?:(?P<count>a|two|three|2|3|a couple of) (?P<slang>{'|'.join(_SLANG)})s?|(?P<note>fiver|tenner))\b")
_PUNNOEDD: Final = re.compile(rf"\b(?P<word>{'|'.join(sorted(_CYMRAEG, key=len, reverse=True))}) (?:o )?(?:punnoedd|punt|bunnoedd|bunt)\b")
_COUNTS: Final = {"two": 2, "2": 2, "a couple of": 2, "three": 3, "3": 3}


@dataclass(frozen=True, slots=True)
class Said:
    """An amount and whether it was plainly money, rather than a bare figure."""

    amount: Money
    is_marked: bool


def amount_in(plain: str) -> Said | None:
    """
    Return the last amount in a text made plain: a correction comes after what it corrects.

    A bare figure counts only when nothing in the text is marked as money.
    """
    marked = [(found.end(), _marked(found)) for found in _MARKED.finditer(plain)]
    marked += [(found.end(), _worded(found)) for found in _WORDS.finditer(plain) if found["tens"] or found["ones"]]
    marked += [
        (found.end(), Money(_SLANG[found["slang"] or found["note"]] * 100 * _COUNTS.get(found["count"] or "", 1)))
        for found in _NOTES.finditer(plain)
    ]
    marked += [(found.end(), Money(_CYMRAEG[found["word"]] * 100)) for found in _PUNNOEDD.finditer(plain)]
    if marked:
        return Said(max(marked, key=lambda found: found[0])[1], is_marked=True)
    bare = [found["figure"] for found in _BARE.finditer(plain)]
    try:
        return Said(pounds(bare[-1]), is_marked=False) if bare else None
    except NotAnAmount:
        return None


def _marked(found: re.Match[str]) -> Money:
    amount = pounds(found["after"] or found["before"])
    return -amount if found["sign"] else amount


def _worded(found: re.Match[str]) -> Money:
    number = _TENS.get(found["tens"] or "", 0) + _ONES.get(found["ones"] or "", 1 if found["ones"] else 0)
    return Money(number * 100 * (100 if found["hundred"] else 1))
