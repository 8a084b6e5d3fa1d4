"""A life may be at risk. Nothing else matters then."""

from __future__ import annotations

from dataclasses import replace

from messaging.dialogue.conversation import Conversation, Facts
from messaging.dialogue.say import HandToOfficer, PlaceHold, Say, Template, Turn
from messaging.dialogue.understood import Intent, Understood
from rent.domain.hold import HoldKind
from rent.domain.message import MessageClass, Why


def crisis(conversation: Conversation, understood: Understood, facts: Facts) -> Turn | None:
    """
    Say where help is, fetch a person, stop all collection, and be silent until an officer hands the thread back.

    It is said even while an officer holds the thread, who may be asleep.

    Source: domain.md H4, J10; assistant/intents.md 6.5
    """
    if understood.intent is not Intent.CRISIS_RISK:
        return None
    template = Template.CRISIS_NEUTRAL if facts.neutral else Template.CRISIS
    tenancies = dict.fromkeys(holder.tenancy_id for holder in facts.holders)
    return Turn(
        replace(conversation.settled(), paused=True),
        say=(Say(template, {"landlord": facts.landlord}, MessageClass.SAFETY),),
        do=(HandToOfficer(Why.CRISIS), *(PlaceHold(tenancy, HoldKind.CRISIS, Why.CRISIS) for tenancy in tenancies)),
    )
