"""Times to say nothing."""

from __future__ import annotations

from messaging.dialogue.conversation import TURNS_MAX, Conversation, Facts
from messaging.dialogue.repairs.opt_out import is_out
from messaging.dialogue.say import HandToOfficer, Turn
from messaging.dialogue.understood import Intent, Understood
from rent.domain.message import Why


def officer_speaks(conversation: Conversation, understood: Understood, facts: Facts) -> Turn | None:
    """
    Be silent while an officer holds the thread, or should after a crisis; what is urgent still reaches them.

    Source: assistant/intents.md 6.5, 6.7
    """
    if not (facts.held_by_officer or conversation.paused):
        return None
    if understood.intent is Intent.OPT_OUT:
        return None
    return Turn(conversation, do=_alert(understood))


def opted_out(conversation: Conversation, understood: Understood, facts: Facts) -> Turn | None:
    """
    Be silent towards a number that opted out; what is urgent still reaches an officer.

    Source: assistant/intents.md 2.5
    """
    wants_in = understood.intent is Intent.OPT_IN or (understood.intent is Intent.CONFIRM_YES and understood.is_keyword)
    if not is_out(conversation, facts) or wants_in:
        return None
    return Turn(conversation, do=_alert(understood))


def talked_enough(conversation: Conversation, understood: Understood, facts: Facts) -> Turn | None:
    """
    Fall silent and fetch a person when we have answered very often, as to a machine that answers back.

    Source: design.md rule 12
    """
    if facts.answered_lately < TURNS_MAX:
        return None
    return Turn(conversation, do=(HandToOfficer(understood.why or Why.TOO_MANY_TURNS),))


def nobody_left(conversation: Conversation, understood: Understood, facts: Facts) -> Turn | None:
    """
    Be silent when everybody we knew at this number has died; an officer looks instead.

    Source: domain.md J13
    """
    del understood
    if not facts.holders or not all(holder.has_died for holder in facts.holders):
        return None
    return Turn(conversation, do=(HandToOfficer(Why.DECEASED),))


def _alert(understood: Understood) -> tuple[HandToOfficer, ...]:
    return (HandToOfficer(understood.why),) if understood.why else ()
