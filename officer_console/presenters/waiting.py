"""The queue of conversations."""

from dataclasses import dataclass

from officer_console import routes
from officer_console.presenters.conversation import why
from officer_console.presenters.names import CHANNELS
from rent.store.queue import Waiting
from rent.words import _, moment


@dataclass(frozen=True, slots=True)
class WaitingView:
    """One conversation in the queue; ``href`` is empty for a number nobody has on file."""

    href: str
    who: str
    why: str
    since: str
    patch: str
    holder: str


def waiting(queue: tuple[Waiting, ...], locale: str) -> list[WaitingView]:
    """Show the queue."""
    return [
        WaitingView(
            href=f"{routes.tenancy(one.public_id)}#conversation" if one.public_id else "",
            who=one.name or f"{_(CHANNELS[one.channel], locale)} {one.address}",
            why=why(one.why, locale),
            since=moment(one.since, locale),
            patch=one.patch or _("Not known", locale),
            holder=one.holder or _("Nobody yet", locale),
        )
        for one in queue
    ]
