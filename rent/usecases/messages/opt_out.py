"""Stop texts to a number."""

from __future__ import annotations

from datetime import date, datetime

from rent import store
from rent.domain.tenancy import Channel
from rent.store import numbers, timeline
from rent.usecases.messages.note import note


def opt_out(session: store.Session, *, channel: Channel, address: str, actor: str, now: datetime, today: date) -> None:
    """
    Send nothing more to a number, whoever has it on file, until it opts in.

    Source: domain.md F (STOP), J11
    """
    numbers.set_opted_out(session, channel, address, opted_out=True)
    happened = timeline.Happened.OPTED_OUT
    note(session, channel=channel, address=address, happened=happened, actor=actor, now=now, today=today, channel_used=channel.value)
