"""Somebody other than the tenant is at the other end."""

from __future__ import annotations

from dataclasses import replace

from messaging.dialogue.conversation import Conversation, Facts
from messaging.dialogue.repairs.ask_a_person import handed
from messaging.dialogue.say import HandToOfficer, MarkWrongNumber, PlaceHold, Say, Template, Turn
from messaging.dialogue.understood import Intent, Understood, Who
from rent.domain.hold import HoldKind
from rent.domain.message import Why


def wrong_person(conversation: Conversation, understood: Understood, facts: Facts) -> Turn | None:
    """
    Stop texting a number that is not the tenant's, and say nothing of why we wrote.

    Whoever tells us of a death is believed at once; a person checks. Whoever acts for the tenant is handed over.

    Source: assistant/intents.md 1 (rank 3) and 3; domain.md F, J13
    """
    if understood.intent is not Intent.WRONG_PERSON:
        return None
    who = understood.slots.who or Who.WRONG_NUMBER
    ended = replace(conversation.settled(), proof=None)
    if who is Who.THIRD_PARTY:
        return handed(ended, facts, Why.SOMEONE_ELSE)
    template = Template.SORRY_FOR_YOUR_LOSS if who is Who.DECEASED else Template.WRONG_NUMBER
    turn = Turn(ended, say=(Say(template, {"landlord": facts.landlord}, is_last_word=True),), do=(MarkWrongNumber(who),))
    if who is not Who.DECEASED:
        return turn
    tenancies = dict.fromkeys(holder.tenancy_id for holder in facts.holders)
    holds = (PlaceHold(tenancy, HoldKind.OFFICER_PAUSE, Why.DECEASED) for tenancy in tenancies)
    return turn.having_done(HandToOfficer(Why.DECEASED), *holds)
