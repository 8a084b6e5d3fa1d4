"""Anything about an account: who asks comes first, the law second, the answer last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from messaging.dialogue.conversation import Conversation, Facts, Holder, Topic
from messaging.dialogue.repairs.ask_a_person import handed
from messaging.dialogue.repairs.prove import ask_who, proved
from messaging.dialogue.say import Say, Template, Turn
from messaging.dialogue.topics.balance import balance, rent, statement
from messaging.dialogue.topics.pay import pay
from messaging.dialogue.understood import Intent, Understood, Wants
from rent.domain.message import Why

_TOPICS: Final[Mapping[Wants, Topic]] = {Wants.BALANCE: Topic.BALANCE, Wants.STATEMENT: Topic.STATEMENT, Wants.RENT: Topic.RENT}
_ABOUT: Final = frozenset({Intent.BALANCE_ENQUIRY, Intent.MAKE_PAYMENT, Intent.PROOF_OF_IDENTITY})


def about_account(conversation: Conversation, understood: Understood, facts: Facts) -> Turn | None:
    """Answer about the account of whoever has proved who they are; ask the others to."""
    if understood.intent not in _ABOUT:
        return None
    topic = Topic.PAY if understood.intent is Intent.MAKE_PAYMENT else _TOPICS[understood.slots.wants]
    holder = proved(conversation, facts)
    if holder is None:
        return _keep_amount(ask_who(conversation, facts, topic), understood)
    return take(conversation, topic, holder, understood, facts)


def take(conversation: Conversation, topic: Topic, holder: Holder, understood: Understood, facts: Facts) -> Turn:
    """
    Answer about one tenant's account.

    In a moratorium a specialist answers, and nothing asks for money. Where another may read the phone, it is said elsewhere.

    Source: assistant/intents.md 6.6; domain.md BS-4 to BS-6
    """
    settled = conversation.settled() if topic is not Topic.PAY else conversation
    if holder.neutral_wording_only:
        return Turn(settled, say=(Say(Template.SIGN_IN_INSTEAD, {"portal": facts.portal, "phone": facts.phone}),))
    if holder.in_moratorium and topic is not Topic.STATEMENT:
        return handed(settled.settled(), facts, Why.BREATHING_SPACE)
    if topic is Topic.PAY:
        return pay(settled, holder, understood, facts)
    return {Topic.BALANCE: balance, Topic.RENT: rent, Topic.STATEMENT: statement}[topic](settled, holder, facts)


def _keep_amount(turn: Turn, understood: Understood) -> Turn:
    pending = turn.conversation.pending
    if pending is None or understood.slots.amount is None:
        return turn
    return replace(turn, conversation=replace(turn.conversation, pending=replace(pending, amount=understood.slots.amount)))
