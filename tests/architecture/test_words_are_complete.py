"""Every string has passed through the catalogues, and every locale we list is whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rent import words
from rent.commands.words import TEMPLATE, extract

TRANSLATED = [locale for locale in words.LOCALES if locale != words.DEFAULT]


def test_the_template_holds_every_string_of_the_source(tmp_path: Path):
    fresh = tmp_path / "messages.pot"

    extract(fresh)

    assert fresh.read_text() == TEMPLATE.read_text(), "run `make words` and translate what is new"


@pytest.mark.parametrize("locale", TRANSLATED)
def test_a_locale_we_list_is_complete(locale: str):
    assert words.untranslated(locale) == []


@pytest.mark.parametrize("locale", TRANSLATED)
def test_a_translation_keeps_every_value_of_its_message(locale: str):
    wrong = [message for message, translated in words.translations(locale) if _values(message) != _values(translated)]

    assert wrong == []


def _values(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)", text))
