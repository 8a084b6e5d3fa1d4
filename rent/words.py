"""
Languages: every word a person reads passes through here.

English is the message id, so a missing translation can never leave a gap. A locale joins
``LOCALES`` only when its catalogue is complete, which a test holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from babel import Locale as BabelLocale
from babel.dates import format_date, format_datetime
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import NullTranslations, Translations

from rent.domain.money import Money

LOCALES: Final = ("en", "cy", "ar")
DEFAULT: Final = "en"
RIGHT_TO_LEFT: Final = frozenset({"ar", "ur"})
NAMES: Final = {"en": "English", "cy": "Cymraeg", "ar": "العربية"}
CATALOGUES: Final = Path(__file__).parent.parent / "locale"
LONDON: Final = ZoneInfo("Europe/London")
_REGIONAL: Final = {"en": "en_GB", "cy": "cy_GB", "ar": "ar_EG"}
_HUNDRED: Final = 100


def _(message: str, locale: str, **values: object) -> str:
    """Return a message in a locale, with its named values filled in."""
    text = _catalogue(known(locale)).gettext(message)
    return text.format(**values) if values else text


def plural(one: str, many: str, count: int, locale: str, **values: object) -> str:
    """Return the form of a message that suits a count, which fills ``{count}``."""
    text = _catalogue(known(locale)).ngettext(one, many, count)
    return text.format(count=format_decimal(count, locale=_babel(known(locale))), **values)


def known(locale: str) -> str:
    """Return the locale if we speak it, else English."""
    return locale if locale in LOCALES else DEFAULT


def direction(locale: str) -> str:
    """Return ``rtl`` or ``ltr``."""
    return "rtl" if locale in RIGHT_TO_LEFT else "ltr"


def money(amount: Money, locale: str) -> str:
    """Return an amount as prose has it: ``£20``, ``£1,234.56``, ``-£5``."""
    return _sterling(amount, "#,##0" if amount.pence % _HUNDRED == 0 else "#,##0.00", locale)


def money_exact(amount: Money, locale: str) -> str:
    """Return an amount as a table has it, always with its pence."""
    return _sterling(amount, "#,##0.00", locale)


def long_date(day: date, locale: str) -> str:
    """Return a day as ``22 November 2026``."""
    return format_date(day, "d MMMM y", locale=_babel(locale))


def long_date_with_weekday(day: date, locale: str) -> str:
    """Return a day as ``Monday 23 November``."""
    return format_date(day, "EEEE d MMMM", locale=_babel(locale))


def short_date(day: date, locale: str) -> str:
    """Return a day as a table has it: ``22 Nov 2026``."""
    return format_date(day, "d MMM y", locale=_babel(locale))


def moment(at: datetime, locale: str) -> str:
    """Return a moment by the clocks of London: ``22 November 2026, 17:30``."""
    return format_datetime(at, "d MMMM y, HH:mm", tzinfo=LONDON, locale=_babel(locale))


def isolated(text: str, locale: str) -> str:
    """Return a reference or number so that right-to-left words around it cannot reorder it."""
    return f"\u2066{text}\u2069" if locale in RIGHT_TO_LEFT else text


def untranslated(locale: str) -> list[str]:
    """Return each message of the template for which a catalogue has no finished words."""
    with (CATALOGUES / "messages.pot").open("rb") as template, (CATALOGUES / locale / "LC_MESSAGES" / "messages.po").open("rb") as kept:
        wanted, have = read_po(template), read_po(kept, locale=locale)
    return [str(message.id) for message in wanted if message.id and not _is_finished(have.get(message.id))]


def translations(locale: str) -> Iterator[tuple[str, str]]:
    """Yield each message with no plural, and its words in a locale."""
    with (CATALOGUES / locale / "LC_MESSAGES" / "messages.po").open("rb") as kept:
        for message in read_po(kept, locale=locale):
            if message.id and isinstance(message.id, str) and isinstance(message.string, str):
                yield message.id, message.string


def _is_finished(message: Message | None) -> bool:
    if message is None or message.fuzzy:
        return False
    forms = (message.string,) if isinstance(message.string, str) else message.string or ("",)
    return all(forms)


def _sterling(amount: Money, pattern: str, locale: str) -> str:
    # The plain sign, since some locales would write UK£; it must match the card's own screen.
    figure = format_decimal(Decimal(abs(amount.pence)).scaleb(-2), pattern, _babel(locale))
    return isolated(f"{'-' if amount.pence < 0 else ''}£{figure}", locale)


@lru_cache
def _babel(locale: str) -> BabelLocale:
    return BabelLocale.parse(_REGIONAL.get(locale, locale))


@lru_cache
def _catalogue(locale: str) -> NullTranslations:
    return Translations.load(CATALOGUES, [locale]) if locale != DEFAULT else NullTranslations()
