"""Answers to what we asked: yes, no, an amount, a proof."""

from __future__ import annotations

from messaging.dialogue.conversation import Conversation, Facts, Holder, Pending, Question, Topic
from messaging.dialogue.repairs.prove import believe, check, proved
from messaging.dialogue.say import Say, Template, Turn
from messaging.dialogue.topics import about_account, pay
from messaging.dialogue.understood import Intent, Slots, Understood


def proof(conversation: Conversation, understood: Understood, facts: Facts) -> Turn | None:
    """Check a proof of identity, then go on with what was asked before it."""
    if understood.intent is not Intent.PROOF_OF_IDENTITY:
        return None
    pending = conversation.asked(Question.WHO_ARE_YOU, facts.now)
    if pending is None:
        return None if proved(conversation, facts) is None else Turn(conversation.settled(), say=(Say(Template.NOTHING_PENDING),))
    found = check(conversation, pending, understood, facts)
    if isinstance(found, Turn):
        return found
    believed, record = believe(conversation, found, facts)
    return _go_on(believed, pending, found, facts).having_done(record)


def yes_or_no(conversation: Conversation, understood: Understood, facts: Facts) -> Turn | None:
    """
    Take a yes or a no to the question that waits. With nothing asked, a yes creates nothing.

    Source: assistant/intents.md 6.3
    """
    if understood.intent is Intent.CONFIRM_NO:
        return Turn(conversation.settled(), say=(Say(Template.ALL_RIGHT, {"phone": facts.phone}),))
    if understood.intent is not Intent.CONFIRM_YES:
        return None
    pending = conversation.asked(Question.PAY_THIS, facts.now)
    holder = proved(conversation, facts)
    if pending is None or pending.amount is None or holder is None:
        return Turn(conversation.settled(), say=(Say(Template.NOTHING_PENDING),))
    return pay.confirmed(conversation, holder, pending.amount, facts)


def _go_on(conversation: Conversation, pending: Pending, holder: Holder, facts: Facts) -> Turn:
    topic = pending.topic or Topic.BALANCE
    said = Understood(Intent.MAKE_PAYMENT, Slots(amount=pending.amount))
    return about_account.take(conversation, topic, holder, said, facts)
