"""A statement as a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from io import StringIO
from typing import Final

from rent.domain.money import NOTHING, Money
from rent.domain.statement import Document, Line
from rent.gateways.posting_words import what_it_is
from rent.words import _

# Excel takes a file for UTF-8 only when it begins with this.
_BOM: Final = "\ufeff"
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_HUNDRED: Final = 100


def write_csv(document: Document, locale: str) -> bytes:
    """
    Return the statement as UTF-8 CSV with a heading row, an opening and a closing row.

    Figures are plain pounds such as ``-12.50`` and days are ISO, so that a spreadsheet can reckon with them.
    """
    out = StringIO()
    csv.writer(out).writerows(_rows(document, locale))
    return (_BOM + out.getvalue()).encode()


def safe(text: str) -> str:
    """Return text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_STARTS) else text


def _rows(document: Document, locale: str) -> Iterator[tuple[str, ...]]:
    drawn = document.statement
    yield _("Date", locale), _("What", locale), _("Details", locale), _("Charged", locale), _("Paid", locale), _("Balance", locale)
    yield _edge(drawn.period.start, _("Balance at the start", locale), drawn.opening)
    for line in drawn.lines:
        yield _row(line, locale)
    yield _edge(document.last_day, _("Balance at the end", locale), drawn.closing)


def _row(line: Line, locale: str) -> tuple[str, ...]:
    posting = line.posting
    charged, paid = posting.amount.or_nothing(), (-posting.amount).or_nothing()
    return (
        posting.value_date.isoformat(),
        safe(what_it_is(posting, locale)),
        safe(posting.description),
        _figure(charged) if charged else "",
        _figure(paid) if paid else "",
        _figure(line.running),
    )


def _edge(day: date, words: str, balance: Money) -> tuple[str, ...]:
    return day.isoformat(), safe(words), "", "", "", _figure(balance)


def _figure(amount: Money) -> str:
    pounds, pence = divmod(abs(amount.pence), _HUNDRED)
    return f"{'-' if amount < NOTHING else ''}{pounds}.{pence:02}"
