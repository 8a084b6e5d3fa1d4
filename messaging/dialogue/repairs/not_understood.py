"""We do not know what they mean."""

from __future__ import annotations

from dataclasses import replace

from messaging.dialogue.conversation import LOST_TURNS_MAX, Conversation, Facts, Question
from messaging.dialogue.repairs.ask_a_person import handed
from messaging.dialogue.say import Say, Template, Turn
from messaging.dialogue.understood import Understood
from rent.domain.message import Why


def not_understood(conversation: Conversation, understood: Understood, facts: Facts) -> Turn:
    """
    Say what can be asked; after some turns of it give up politely and fetch a person.

    A question that waits is kept.

    Source: design.md rule 12
    """
    del understood
    lost = replace(conversation, lost_turns=conversation.lost_turns + 1)
    if lost.lost_turns >= LOST_TURNS_MAX:
        return handed(lost.settled(), facts, Why.NOT_UNDERSTOOD)
    if conversation.asked(Question.WHO_ARE_YOU, facts.now):
        return Turn(lost, say=(Say(Template.BOTH_PLEASE),))
    return Turn(lost, say=(Say(Template.NOT_UNDERSTOOD, {"phone": facts.phone}),))
