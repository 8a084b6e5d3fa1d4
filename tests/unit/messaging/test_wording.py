"""Our words fit a phone, and say nothing they must not."""

from __future__ import annotations

import re
from datetime import date

import pytest

from messaging.card_numbers import STRUCK_OUT, strike_out
from messaging.dialogue.say import Say, Template
from messaging.dialogue.understood import Intent
from messaging.understanding.understand import understand
from messaging.wording.render import SEGMENTS_MAX, TEXTS, render
from rent.domain.money import Money
from rent.domain.segments import Encoding, count
from rent.words import LOCALES
from tests.builders import TODAY

LONGEST = {
    "landlord": "North Wales Valleys Homes",
    "phone": "0300 555 0100",
    "portal": "rent.northwalesvalleyshomes.example",
    "amount": Money(123_456),
    "benefit": Money(123_456),
    "least": Money(30),
    "day": date(2026, 11, 23),
}
LINK = "https://rent.northwalesvalleyshomes.example/p/1234567890123456789012"
BEFORE_PROOF = [
    Template.WHO_ARE_YOU,
    Template.BOTH_PLEASE,
    Template.NO_MATCH,
    Template.HELP,
    Template.NUMBER_NOT_ON_FILE,
    Template.NUMBER_TOO_NEW,
    Template.LOCKED,
    Template.WRONG_NUMBER,
    Template.OPTED_OUT,
    Template.OPTED_IN,
    Template.CRISIS,
    Template.CRISIS_NEUTRAL,
    Template.NEUTRAL_HANDED,
    Template.NOT_UNDERSTOOD,
    Template.SORRY_FOR_YOUR_LOSS,
    Template.SIGN_IN_INSTEAD,
    Template.HANDED_NOW,
    Template.HANDED_LATER,
    Template.LANGUAGE,
    Template.LANGUAGE_LATER,
    Template.TROUBLE,
]


def said(template, locale="en"):
    names = re.findall(r"{(\w+)}", TEXTS[template])
    return render(
        [Say(template, {name: LONGEST[name] for name in names if name != "link"})], locale, link=LINK if "link" in names else None
    )


def test_every_template_has_words():
    assert set(TEXTS) == set(Template)


@pytest.mark.parametrize("template", Template)
def test_english_fits_two_segments_of_the_plain_alphabet(template):
    counted = count(said(template).body)

    assert counted.encoding is Encoding.GSM_7
    assert counted.segments <= SEGMENTS_MAX


@pytest.mark.parametrize("template", BEFORE_PROOF)
def test_nothing_said_before_a_proof_speaks_of_money(template):
    assert not re.search(r"\brent\b(?!\.)|arrears|debt|owe|£|court", said(template).body.lower())


@pytest.mark.parametrize("locale", LOCALES)
def test_a_link_is_in_the_text_and_not_in_what_is_shown_later(locale):
    words = said(Template.LINK, locale)

    assert LINK in words.body
    assert words.shown_as is not None
    assert LINK not in words.shown_as


def test_figures_and_links_keep_their_order_among_words_from_right_to_left():
    words = said(Template.LINK, "ar")

    assert f"{LINK}\u2069" not in words.body
    assert "\u2066£1,234.56\u2069" in words.body


@pytest.mark.parametrize("number", ["4242424242424242", "4242 4242 4242 4242", "4242-4242-4242-4242", "378282246310005"])
def test_a_card_number_is_struck_out(number):
    assert strike_out(f"pay with {number} now") == f"pay with {STRUCK_OUT} now"


@pytest.mark.parametrize("text", ["07700 900123", "+447700900123", "ref 1234567890123", "2026-11-23", "4242 4242 4242 4241"])
def test_what_is_no_card_number_stays(text):
    assert strike_out(text) == text


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    "template", [Template.HELP, Template.NOT_UNDERSTOOD, Template.HOW_MUCH, Template.PAY_THIS, Template.OPTED_IN, Template.OPTED_OUT]
)
def test_every_word_we_tell_them_to_text_is_one_we_understand(template, locale):
    offered = re.findall(r"\b[A-ZŴŶÂÊÎÔÛ]{2,}(?: [A-ZŴŶÂÊÎÔÛ]{2,})*\b", said(template, locale).body)

    lost = [word for word in offered if understand(word, today=TODAY).intent is Intent.UNKNOWN]

    assert offered
    assert lost == []
