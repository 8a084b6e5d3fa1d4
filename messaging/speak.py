"""Put the assistant's words in the outbox."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from messaging.dialogue.say import Say
from messaging.wording.render import render
from rent import store
from rent.domain.message import Author, MessageClass
from rent.domain.payment import LINK_LASTS
from rent.store import outbox
from rent.store.conversations import Thread

ANSWER_LASTS: Final = timedelta(hours=4)


def speak(
    session: store.Session, thread: Thread, says: Sequence[Say], *, command_id: str, language: str, link: str | None, now: datetime
) -> None:
    """Want a turn's words sent, as one message for each class; the same command again says nothing more."""
    for message_class in dict.fromkeys(say.message_class for say in says):
        chosen = [say for say in says if say.message_class is message_class]
        words = render(chosen, language, link=link)
        outbox.put(
            session,
            command_id=f"{command_id}:{message_class.value}",
            channel=thread.channel,
            to_address=thread.address,
            person_id=thread.person_id,
            tenancy_id=thread.tenancy_id,
            conversation_id=thread.id,
            author=Author.ASSISTANT,
            message_class=message_class,
            template="+".join(say.template.value for say in chosen)[:60],
            language=language,
            body=words.body,
            shown_as=words.shown_as,
            facts={"last_word": True} if any(say.is_last_word for say in chosen) else None,
            wanted_at=now,
            expires_at=now + _lasts(message_class, link),
        )


def _lasts(message_class: MessageClass, link: str | None) -> timedelta:
    # Late help is still help; a late answer puzzles, and a link past its hour is worse than none.
    if message_class is MessageClass.SAFETY:
        return timedelta(days=2)
    return ANSWER_LASTS if link is None else LINK_LASTS
