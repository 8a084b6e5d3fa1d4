"""What is owed, what the rent is, and where the statement is."""

from __future__ import annotations

from messaging.dialogue.conversation import Account, Conversation, Facts, Holder
from messaging.dialogue.say import Say, Template, Turn, Value
from rent.domain.money import NOTHING


def balance(conversation: Conversation, holder: Holder, facts: Facts) -> Turn:
    """
    Say what is owed today and what is due next; every figure names its day.

    Source: domain.md J14
    """
    account = holder.account
    if account is None:
        return Turn(conversation, say=(Say(Template.RENT_NONE, {"phone": facts.phone}),))
    return Turn(conversation, say=(_standing(account, facts), *_next(account)))


def rent(conversation: Conversation, holder: Holder, facts: Facts) -> Turn:
    """Say what the next rent is and when it is due."""
    coming = _next(holder.account) if holder.account else ()
    return Turn(conversation, say=coming or (Say(Template.RENT_NONE, {"phone": facts.phone}),))


def statement(conversation: Conversation, holder: Holder, facts: Facts) -> Turn:
    """Say where the statement can be read; it is too long and too private for a text."""
    del holder
    return Turn(conversation, say=(Say(Template.STATEMENT, {"portal": facts.portal, "phone": facts.phone}),))


def _standing(account: Account, facts: Facts) -> Say:
    values: dict[str, Value] = {"amount": account.owed, "day": facts.today}
    if account.owed < NOTHING:
        return Say(Template.BALANCE_CREDIT, values | {"amount": -account.owed})
    if account.owed == NOTHING:
        return Say(Template.BALANCE_NOTHING, values)
    if account.benefit_due > NOTHING:
        return Say(Template.BALANCE_WITH_BENEFIT, values | {"benefit": account.benefit_due})
    return Say(Template.BALANCE_OWED, values)


def _next(account: Account) -> tuple[Say, ...]:
    if account.next_charge_on is None:
        return ()
    return (Say(Template.RENT, {"amount": account.next_charge, "day": account.next_charge_on}),)
