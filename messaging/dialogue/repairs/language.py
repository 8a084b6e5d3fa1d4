"""They want another language."""

from __future__ import annotations

from dataclasses import replace

from messaging.dialogue.conversation import Conversation, Facts
from messaging.dialogue.say import HandToOfficer, Say, Template, Turn
from messaging.dialogue.understood import Intent, Understood
from rent.domain.message import Why


def language(conversation: Conversation, understood: Understood, facts: Facts) -> Turn | None:
    """
    Change to a language we write and keep it; offer a call with an interpreter for any other.

    Source: assistant/intents.md 6.9
    """
    if understood.intent is not Intent.LANGUAGE_REQUEST:
        return None
    wanted = understood.slots.language
    if wanted in facts.languages:
        return Turn(replace(conversation, language=wanted, lost_turns=0), say=(Say(Template.LANGUAGE, {"landlord": facts.landlord}),))
    return Turn(conversation.settled(), say=(Say(Template.LANGUAGE_LATER, {"phone": facts.phone}),), do=(HandToOfficer(Why.LANGUAGE),))
