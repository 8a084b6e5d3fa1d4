"""Somebody texted a card number. It was struck out before we kept it."""

from __future__ import annotations

from messaging.dialogue.conversation import Conversation, Facts
from messaging.dialogue.say import Say, Template, Turn
from messaging.dialogue.understood import Intent, Understood


def card_number(conversation: Conversation, understood: Understood, facts: Facts) -> Turn | None:
    """
    Say that we never take card numbers by text, without repeating it.

    Source: assistant/intents.md 6.4
    """
    del facts
    if understood.intent is not Intent.CARD_NUMBER:
        return None
    return Turn(conversation.settled(), say=(Say(Template.NO_CARD_NUMBERS),))
