"""A statement as a tagged PDF that a screen reader can read (PDF/UA-1)."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import typst

from rent.domain.money import NOTHING, Money
from rent.domain.statement import Document, Line
from rent.gateways.posting_words import what_account, what_it_is
from rent.words import RIGHT_TO_LEFT, _, isolated, known, long_date, money_exact, short_date

HERE: Final = Path(__file__).parent
TEMPLATE: Final = HERE / "statement.typ"
STANDARD: Final = "ua-1"
_REGIONS: Final = {"en": "GB", "cy": "GB"}


def write_pdf(document: Document, locale: str, *, pay_at: str) -> bytes:
    """Return the statement as a PDF in a locale. ``pay_at`` is the address where a tenant signs in to pay."""
    view = json.dumps(_view(document, known(locale), pay_at))
    made = typst.compile(
        TEMPLATE,
        root=HERE,
        font_paths=_fonts(),
        sys_inputs={"view": view},
        format="pdf",
        pdf_standards=STANDARD,
        # The day alone, so that the same statement is the same file, and its hash can be evidence.
        timestamp=int(datetime.combine(document.drawn_up_on, time(), UTC).timestamp()),
    )
    return bytes(made)


@lru_cache
def _fonts() -> typst.Fonts:
    # Never the machine's own: the same statement must look the same wherever it is drawn up.
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[HERE / "fonts"])


def _view(document: Document, locale: str, pay_at: str) -> dict[str, Any]:
    drawn = document.statement
    account = what_account(document.kind, locale)
    first, last = long_date(drawn.period.start, locale), long_date(document.last_day, locale)
    period = _("{first} to {last}", locale, first=first, last=last)
    return {
        "language": locale,
        "region": _REGIONS.get(locale),
        "is_right_to_left": locale in RIGHT_TO_LEFT,
        "landlord": document.landlord,
        "title": _("Rent statement", locale),
        "description": f"{account}, {period}",
        "page": _("Page {now} of {all}", locale, now="{now}", all="{all}"),
        "account": _("{account}, reference {reference}", locale, account=account, reference=isolated(document.reference, locale)),
        "period": period,
        "drawn_up": _("Drawn up on {day}", locale, day=long_date(document.drawn_up_on, locale)),
        **_sums(document, locale),
        "lines_heading": _("What was charged and paid", locale),
        "lines_columns": [_("Date", locale), _("What", locale), _("Charged", locale), _("Paid", locale), _("Balance", locale)],
        "lines": [_line(line, locale) for line in drawn.lines],
        "nothing": _("Nothing was charged or paid in these days.", locale),
        "sections": _sections(document, locale, pay_at),
    }


def _sums(document: Document, locale: str) -> dict[str, Any]:
    drawn = document.statement
    return {
        "sums_heading": _("Summary", locale),
        "sums_columns": [_("What", locale), _("Amount", locale)],
        "sums": [
            [_("Balance at the start", locale), _balance(drawn.opening, locale)],
            [_("Charged", locale), money_exact(drawn.debits, locale)],
            [_("Paid", locale), money_exact(drawn.credits, locale)],
            [_("Balance at the end", locale), _balance(drawn.closing, locale)],
        ],
        "identity": _("A balance is what you owe, unless it says credit.", locale),
    }


def _line(line: Line, locale: str) -> list[str]:
    posting = line.posting
    charged, paid = posting.amount.or_nothing(), (-posting.amount).or_nothing()
    return [
        short_date(posting.value_date, locale),
        what_it_is(posting, locale),
        money_exact(charged, locale) if charged else "",
        money_exact(paid, locale) if paid else "",
        _balance(line.running, locale),
    ]


def _balance(amount: Money, locale: str) -> str:
    if amount < NOTHING:
        return _("{amount} credit", locale, amount=money_exact(-amount, locale))
    return money_exact(amount, locale)


def _sections(document: Document, locale: str, pay_at: str) -> list[dict[str, Any]]:
    phone, advice = isolated(document.phone, locale), document.advice
    return [
        {
            "heading": _("How to pay", locale),
            "words": [
                _("Sign in at {address} to pay by card.", locale, address=isolated(pay_at, locale)),
                _("You can also pay by phone. Call {landlord} on {phone}.", locale, landlord=document.landlord, phone=phone),
            ],
        },
        {
            "heading": _("If something looks wrong", locale),
            "words": [
                _("Tell us if you think this statement is wrong, or if you cannot pay. Call {phone}.", locale, phone=phone),
            ],
        },
        {
            "heading": _("Free, independent advice", locale),
            "words": [_advice(advice.name, isolated(advice.phone, locale), locale, is_verified=advice.is_verified)],
        },
    ]


def _advice(name: str, phone: str, locale: str, *, is_verified: bool) -> str:
    if is_verified:
        return _("{name} gives free advice about money and housing. Call {phone}.", locale, name=name, phone=phone)
    return _(
        "Other organisations give free advice about money and housing, for example {name}. "
        "The number we have is {phone}. Numbers and opening times can change.",
        locale,
        name=name,
        phone=phone,
    )
