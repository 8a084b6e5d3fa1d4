"""The texts between us and a tenant."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from rent.domain.message import Author, Delivery
from rent.store.threads import Said
from rent.words import _, moment
from web.localised import to_say

_FROM: Final[Mapping[Author, str]] = {
    Author.TENANT: to_say("You"),
    Author.ASSISTANT: to_say("Us, by our automatic assistant"),
    Author.OFFICER: to_say("Us, by an officer"),
    Author.SYSTEM: to_say("Us"),
}
_DID_NOT_ARRIVE: Final = frozenset({Delivery.UNDELIVERED, Delivery.FAILED})


@dataclass(frozen=True, slots=True)
class MessageView:
    """One message; its words are a person's own and only ever shown as text."""

    from_us: bool = False
    sender: str = ""
    text: str = ""
    language: str = ""
    at: str = ""


def messages(said: Iterable[Said], locale: str) -> list[MessageView]:
    """Show messages in the order given."""
    return [_message(one, locale) for one in said]


def _message(said: Said, locale: str) -> MessageView:
    sent = moment(said.at, locale)
    return MessageView(
        from_us=said.author is not Author.TENANT,
        sender=_(_FROM[said.author], locale),
        text=said.body,
        language=said.language or "",
        at=_("{moment}, did not arrive", locale, moment=sent) if said.delivery in _DID_NOT_ARRIVE else sent,
    )
