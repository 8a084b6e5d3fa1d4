"""
Understand one message by rules anybody can read.

Whatever replaces the rules some day keeps this shape: ``understand(text) -> Understood``.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from messaging.card_numbers import STRUCK_OUT
from messaging.dialogue.understood import Intent, Risk, Slots, Understood
from messaging.understanding import amounts, proof, words
from messaging.understanding.normal import normal
from messaging.understanding.rule import Rule, first, read

CRISIS: Final = read("crisis")
ENGLISH: Final = read("english")
CYMRAEG: Final = read("cymraeg")
SURE: Final = 90
LIKELY: Final = 60
_RANK: Final = {intent: number for number, intent in enumerate(Intent)}
_ALONE: Final = (
    ("opt_in", Intent.OPT_IN),
    ("yes", Intent.CONFIRM_YES),
    ("no", Intent.CONFIRM_NO),
    ("help", Intent.HELP_SMALLTALK),
)
# Beside a date of birth and a postcode these say no more than that somebody is proving who they are.
_SMALL: Final = frozenset(
    {Intent.BALANCE_ENQUIRY, Intent.MAKE_PAYMENT, Intent.HELP_SMALLTALK, Intent.REPAIRS_DISREPAIR, Intent.LANGUAGE_REQUEST}
)


def understand(text: str, *, today: date) -> Understood:
    """Return what a message means; ``because`` names the rules that said so."""
    plain = normal(text)
    word = words.trimmed(plain)
    if words.means(word, "opt_out"):
        return Understood(Intent.OPT_OUT, because=("keyword",), is_keyword=True)
    if danger := first(CRISIS, plain):
        return _by(danger, plain, today)
    return _by_word(word) or _by_rules(plain, today) or _by_figures(plain, today) or _nothing(plain)


def _by_word(word: str) -> Understood | None:
    found = next(((name, intent) for name, intent in _ALONE if words.means(word, name)), None)
    if found is None:
        return None
    name, intent = found
    return Understood(intent, because=("keyword",), is_keyword=intent is Intent.OPT_IN or words.is_carriers(word, name))


def _by_rules(plain: str, today: date) -> Understood | None:
    if STRUCK_OUT in plain:
        return Understood(Intent.CARD_NUMBER, because=("a card number",))
    found = [rule for rule in (first(CYMRAEG, plain), first(ENGLISH, plain)) if rule]
    # Welsh borrows English words; where both lists know the text, the graver meaning wins.
    best = min(found, key=lambda rule: (rule.risk is Risk.NONE, _RANK[rule.intent]), default=None)
    return None if best is None else _by(best, plain, today)


def _by_figures(plain: str, today: date) -> Understood | None:
    slots = _slots(plain, None, today)
    if slots.born_on or slots.postcode:
        return Understood(Intent.PROOF_OF_IDENTITY, slots, confidence=SURE, because=("a date of birth or a postcode",))
    if slots.amount is not None or slots.everything or slots.half:
        return Understood(Intent.MAKE_PAYMENT, slots, confidence=LIKELY, because=("an amount alone",))
    return None


def _nothing(plain: str) -> Understood:
    return Understood(Intent.UNKNOWN, language=words.language_written(plain), confidence=0, because=("no rule",))


def _by(rule: Rule, plain: str, today: date) -> Understood:
    slots = _slots(plain, rule, today)
    if rule.intent in _SMALL and slots.born_on and slots.postcode:
        return Understood(Intent.PROOF_OF_IDENTITY, slots, confidence=SURE, because=("a date of birth and a postcode",))
    language = "cy" if rule in CYMRAEG else words.language_written(plain)
    return Understood(rule.intent, slots, language, rule.risk, SURE, (rule.name,), why=rule.why)


def _slots(plain: str, rule: Rule | None, today: date) -> Slots:
    born_on, postcode = proof.born_on(plain, today=today), proof.postcode(plain)
    said = None if born_on or postcode else amounts.amount_in(plain)
    return Slots(
        amount=said.amount if said else None,
        everything=words.trimmed(plain) in words.ALL or any(phrase in plain for phrase in words.EVERYTHING),
        half=any(word in plain.split() for word in words.HALF),
        wants=rule.wants if rule else Slots().wants,
        who=rule.who if rule else None,
        language=words.language_named(plain),
        born_on=born_on,
        postcode=postcode,
        is_thanks=bool(rule and rule.is_thanks),
    )
