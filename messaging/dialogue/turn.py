"""One turn of a conversation: repairs first, in the order of what matters most, then answers, then topics."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from messaging.dialogue.answers import proof, yes_or_no
from messaging.dialogue.conversation import Conversation, Facts
from messaging.dialogue.repairs.ask_a_person import ask_a_person
from messaging.dialogue.repairs.card_number import card_number
from messaging.dialogue.repairs.crisis import crisis
from messaging.dialogue.repairs.language import language
from messaging.dialogue.repairs.not_understood import not_understood
from messaging.dialogue.repairs.opt_out import keyword_opt_out, opt_in, opt_out
from messaging.dialogue.repairs.pictures import pictures
from messaging.dialogue.repairs.silence import nobody_left, officer_speaks, opted_out, talked_enough
from messaging.dialogue.repairs.wrong_person import wrong_person
from messaging.dialogue.say import Turn
from messaging.dialogue.topics.about_account import about_account
from messaging.dialogue.topics.help import help_or_thanks
from messaging.dialogue.understood import Understood

Move = Callable[[Conversation, Understood, Facts], Turn | None]

# Source: assistant/intents.md 1
REPAIRS: Final[tuple[Move, ...]] = (
    keyword_opt_out,
    crisis,
    officer_speaks,
    opted_out,
    nobody_left,
    wrong_person,
    opt_out,
    talked_enough,
    opt_in,
    pictures,
    card_number,
    ask_a_person,
    language,
)
ANSWERS: Final[tuple[Move, ...]] = (proof, yes_or_no)
TOPICS: Final[tuple[Move, ...]] = (about_account, help_or_thanks)


def take_turn(conversation: Conversation, understood: Understood, facts: Facts) -> Turn:
    """Return what we say, what should be done, and where the conversation now stands."""
    heard = _in_their_language(conversation, understood, facts)
    for move in (*REPAIRS, *ANSWERS, *TOPICS):
        if turn := move(heard, understood, facts):
            return turn
    return not_understood(heard, understood, facts)


def _in_their_language(conversation: Conversation, understood: Understood, facts: Facts) -> Conversation:
    """
    Return the conversation in the language they wrote, which is kept.

    Source: assistant/intents.md 6.9
    """
    written = understood.language
    return replace(conversation, language=written) if written in facts.languages and written is not None else conversation
