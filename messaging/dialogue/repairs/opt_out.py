"""They want no more texts, or want them again."""

from __future__ import annotations

from dataclasses import replace

from messaging.dialogue.conversation import Conversation, Facts
from messaging.dialogue.say import RecordOptIn, RecordOptOut, Say, Template, Turn
from messaging.dialogue.understood import Intent, Understood
from rent.domain.tenancy import Channel


def keyword_opt_out(conversation: Conversation, understood: Understood, facts: Facts) -> Turn | None:
    """
    Stop at once on the exact word, before everything else.

    Source: assistant/intents.md 2.1
    """
    if understood.intent is not Intent.OPT_OUT or not understood.is_keyword:
        return None
    # Twilio acts on STOP before we see it; replying would be refused with 21610.
    say = () if facts.channel is Channel.SMS else (_confirmed(facts),)
    return Turn(replace(conversation.settled(), opted_out=True), say=say, do=(RecordOptOut(),))


def opt_out(conversation: Conversation, understood: Understood, facts: Facts) -> Turn | None:
    """
    Stop when asked in a person's own words, and confirm once.

    Source: assistant/intents.md 2.2
    """
    if understood.intent is not Intent.OPT_OUT:
        return None
    return Turn(replace(conversation.settled(), opted_out=True), say=(_confirmed(facts),), do=(RecordOptOut(),))


def opt_in(conversation: Conversation, understood: Understood, facts: Facts) -> Turn | None:
    """
    Begin again when asked; a bare yes asks for it only where the number had opted out.

    Source: assistant/intents.md 2.1, 2.5
    """
    if understood.intent is not Intent.OPT_IN and not (
        is_out(conversation, facts) and understood.intent is Intent.CONFIRM_YES and understood.is_keyword
    ):
        return None
    return Turn(
        replace(conversation.settled(), opted_out=False),
        say=(Say(Template.OPTED_IN, {"landlord": facts.landlord}),),
        do=(RecordOptIn(),),
    )


def is_out(conversation: Conversation, facts: Facts) -> bool:
    """Return whether a number has opted out: what is on file counts, and the conversation only where nobody has it on file."""
    return facts.opted_out if facts.holders else conversation.opted_out


def _confirmed(facts: Facts) -> Say:
    return Say(Template.OPTED_OUT, {"landlord": facts.landlord}, is_last_word=True)
