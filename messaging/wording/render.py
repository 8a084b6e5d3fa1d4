"""Put what a turn says into words a person reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from messaging.dialogue.say import Say, Template, Value
from messaging.wording import account, people, safety
from rent import words
from rent.domain.money import Money
from rent.words import _

SEGMENTS_MAX: Final = 2
TEXTS: Final[Mapping[Template, str]] = {**safety.TEXTS, **people.TEXTS, **account.TEXTS}
# Never turned round by right-to-left words about them. An address stays bare: Android takes the
# invisible end of an isolate for a part of it, and the link would open nothing.
_LATIN: Final = frozenset({"phone"})


@dataclass(frozen=True, slots=True)
class Words:
    """A message's words, and what stands for them where they held a secret."""

    body: str
    shown_as: str | None


def render(says: Sequence[Say], locale: str, *, link: str | None = None) -> Words:
    """Return several things to say as one message. Whoever reads it later sees that there was a link, not the link."""
    body = " ".join(_text(say, locale, link or "") for say in says)
    if link is None:
        return Words(body, None)
    return Words(body, " ".join(_text(say, locale, _("[link]", locale)) for say in says))


def _text(say: Say, locale: str, link: str) -> str:
    values: dict[str, Value] = {**say.values, "link": link}
    return _(TEXTS[say.template], locale, **{name: _shown(name, value, locale) for name, value in values.items()})


def _shown(name: str, value: Value, locale: str) -> str:
    if isinstance(value, Money):
        return words.money(value, locale)
    if isinstance(value, date):
        return words.long_date(value, locale)
    return words.isolated(value, locale) if name in _LATIN else value
