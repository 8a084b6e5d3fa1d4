"""Only a person can help with this."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from messaging.dialogue.conversation import Conversation, Facts
from messaging.dialogue.say import HandToOfficer, Say, Template, Turn
from messaging.dialogue.understood import Intent, Understood
from rent.domain.message import Why

FOR_A_PERSON: Final = frozenset(
    {
        Intent.VULNERABILITY_DISCLOSURE,
        Intent.BREATHING_SPACE,
        Intent.LEGAL_NOTICE_QUERY,
        Intent.DISPUTE_DEBT,
        Intent.COMPLAINT,
        Intent.SPEAK_TO_OFFICER,
        Intent.CHANGE_PLAN,
        Intent.PROPOSE_PLAN,
        Intent.PLAN_QUERY,
        Intent.DIRECT_DEBIT,
        Intent.HARDSHIP,
        Intent.BENEFIT_QUERY,
        Intent.ADVICE_REQUEST,
        Intent.PAYMENT_QUERY,
        Intent.REPAIRS_DISREPAIR,
    }
)
_FIRST: Final[Mapping[Why, Template]] = {
    Why.HAZARD: Template.HAZARD,
    Why.LEGAL: Template.LEGAL,
    Why.HARDSHIP: Template.HARDSHIP,
    Why.BREATHING_SPACE: Template.BREATHING_SPACE,
    Why.COMPLAINT: Template.UPSET_OFFER_STOP,
}


def ask_a_person(conversation: Conversation, understood: Understood, facts: Facts) -> Turn | None:
    """
    Hand over what needs a person, and say when one will answer.

    Source: assistant/intents.md 1 and 3; domain.md J4
    """
    if understood.intent not in FOR_A_PERSON:
        return None
    return handed(conversation.settled(), facts, understood.why or Why.ASKED)


def handed(conversation: Conversation, facts: Facts, why: Why) -> Turn:
    """Return the turn that hands a conversation to an officer. Nothing in its words tells another reader what it is about."""
    do = (HandToOfficer(why),)
    if why is Why.ABUSE or facts.neutral:
        return Turn(conversation, say=(Say(Template.NEUTRAL_HANDED, {"landlord": facts.landlord}),), do=do)
    first = (Say(_FIRST[why], {"landlord": facts.landlord, "phone": facts.phone}),) if why in _FIRST else ()
    return Turn(conversation, say=(*first, when_answered(facts)), do=do)


def when_answered(facts: Facts) -> Say:
    """
    Return when a person will answer, which is never a time already past.

    Source: assistant/intents.md 6.7
    """
    if facts.is_open:
        return Say(Template.HANDED_NOW, {"phone": facts.phone})
    return Say(Template.HANDED_LATER, {"day": facts.answers_on, "phone": facts.phone})
