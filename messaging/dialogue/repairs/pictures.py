"""A picture, a voice note or a video, and no words."""

from __future__ import annotations

from messaging.dialogue.conversation import Conversation, Facts
from messaging.dialogue.say import Say, Template, Turn
from messaging.dialogue.understood import Understood


def pictures(conversation: Conversation, understood: Understood, facts: Facts) -> Turn | None:
    """
    Say that only words can be read here; a question we asked still waits.

    Source: assistant/intents.md 6.8
    """
    del understood
    return Turn(conversation, say=(Say(Template.NO_PICTURES, {"phone": facts.phone}),)) if facts.only_media else None
