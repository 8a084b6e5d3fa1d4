"""What can be asked, and who we are."""

from __future__ import annotations

from messaging.dialogue.conversation import Conversation, Facts
from messaging.dialogue.say import Say, Template, Turn
from messaging.dialogue.understood import Intent, Understood


def help_or_thanks(conversation: Conversation, understood: Understood, facts: Facts) -> Turn | None:
    """Say who we are and what can be asked here, with no word of money; thanks get a short answer."""
    if understood.intent is not Intent.HELP_SMALLTALK:
        return None
    if understood.slots.is_thanks:
        return Turn(conversation, say=(Say(Template.THANKS),))
    return Turn(conversation, say=(Say(Template.HELP, {"landlord": facts.landlord, "phone": facts.phone}),))
