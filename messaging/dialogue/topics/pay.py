"""Paying now, by a link for a fixed amount."""

from __future__ import annotations

from dataclasses import replace

from messaging.dialogue.conversation import Account, Conversation, Facts, Holder, Pending, Question, Topic
from messaging.dialogue.say import MakeLink, Say, Template, Turn
from messaging.dialogue.understood import Understood
from rent.domain.money import NOTHING, Money
from rent.domain.payment import CARD_MINIMUM


def pay(conversation: Conversation, holder: Holder, understood: Understood, facts: Facts) -> Turn:
    """
    Send a link for the amount they said, or ask for it. Nothing, less than nothing and more than is owed get no link.

    An amount that stood alone is read back first.

    Source: assistant/intents.md 6.4
    """
    account = holder.account
    if account is None or account.owed <= NOTHING:
        return Turn(conversation.settled(), say=(Say(Template.NOTHING_TO_PAY, {"day": facts.today}),))
    amount = _amount(understood, account)
    if amount is None:
        return _ask(conversation, account, facts)
    if refused := _refusal(amount, account):
        return _ask(conversation, account, facts, refused)
    asked = conversation.asked(Question.HOW_MUCH, facts.now)
    if understood.because == ("an amount alone",) and asked is None:
        pending = Pending(Question.PAY_THIS, facts.now, Topic.PAY, amount)
        return Turn(replace(conversation.settled(), pending=pending), say=(Say(Template.PAY_THIS, {"amount": amount}),))
    return link(conversation, holder, amount)


def link(conversation: Conversation, holder: Holder, amount: Money) -> Turn:
    """Return the turn that sends a link for an amount."""
    if holder.account is None:
        return Turn(conversation.settled(), say=(Say(Template.NO_LINK),))
    make = MakeLink(holder.account.id, holder.person_id, amount)
    return Turn(conversation.settled(), say=(Say(Template.LINK, {"amount": amount}),), do=(make,))


def confirmed(conversation: Conversation, holder: Holder, amount: Money, facts: Facts) -> Turn:
    """Return the turn after a yes: the amount is looked at again, since the balance may have moved."""
    account = holder.account
    if account is None or _refusal(amount, account):
        return Turn(conversation.settled(), say=(Say(Template.NOTHING_TO_PAY, {"day": facts.today}),))
    return link(conversation, holder, amount)


def _ask(conversation: Conversation, account: Account, facts: Facts, first: Say | None = None) -> Turn:
    pending = Pending(Question.HOW_MUCH, facts.now, Topic.PAY)
    question = Say(Template.HOW_MUCH, {"amount": account.owed, "day": facts.today})
    return Turn(replace(conversation.settled(), pending=pending), say=(first or question,))


def _amount(understood: Understood, account: Account) -> Money | None:
    if understood.slots.everything:
        return account.owed
    if understood.slots.half and understood.slots.amount is None:
        return account.owed.prorata(1, 2)
    return understood.slots.amount


def _refusal(amount: Money, account: Account) -> Say | None:
    if amount > account.owed:
        return Say(Template.TOO_MUCH, {"amount": account.owed})
    if amount < CARD_MINIMUM:
        return Say(Template.TOO_LITTLE, {"least": CARD_MINIMUM, "amount": account.owed})
    return None
