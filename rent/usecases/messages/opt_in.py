"""Allow texts to a number again."""

from __future__ import annotations

from datetime import date, datetime

from rent import store
from rent.domain.tenancy import Channel
from rent.store import numbers, timeline
from rent.usecases.messages.note import note


def opt_in(session: store.Session, *, channel: Channel, address: str, actor: str, now: datetime, today: date) -> None:
    """Send to a number again that had opted out."""
    numbers.set_opted_out(session, channel, address, opted_out=False)
    happened = timeline.Happened.OPTED_IN
    note(session, channel=channel, address=address, happened=happened, actor=actor, now=now, today=today, channel_used=channel.value)
