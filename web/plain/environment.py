"""The templates: where they are, and what every one of them may call."""

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from rent import words
from web.head import versioned
from web.localised import in_locale

_ROOT: Final = Path(__file__).parents[2]
FOLDERS: Final = (
    _ROOT / "web" / "plain" / "templates",
    _ROOT / "portal" / "lite" / "templates",
    _ROOT / "officer_console" / "templates",
)
STYLES: Final = ("/govuk-frontend-6.6.0.min.css", versioned("evenkeel.css"))
ICON: Final = versioned("evenkeel.svg")
_FORMATS: Final = (
    words.money,
    words.money_exact,
    words.long_date,
    words.long_date_with_weekday,
    words.short_date,
    words.moment,
    words.isolated,
)


@lru_cache
def environment() -> Environment:
    """Return the templates of both doors; everything is escaped, and a missing value is an error."""
    return Environment(loader=FileSystemLoader(FOLDERS), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


@lru_cache
def spoken(locale: str) -> Mapping[str, Any]:
    """Return what a template says words, money and days with, in one locale."""
    return {
        "_": partial(_translated, locale),
        "locale": locale,
        "direction": words.direction(locale),
        "locales": words.LOCALES,
        "language_names": words.NAMES,
        "styles": STYLES,
        "icon": ICON,
        "url": lambda path: in_locale(path, locale),
        "in_locale": in_locale,
        **{form.__name__: _in(form, locale) for form in _FORMATS},
    }


def _translated(locale: str, message: str, **values: object) -> str:
    return words._(message, locale, **values)


def _in(form: Callable[..., str], locale: str) -> Callable[..., str]:
    return lambda value: form(value, locale)
