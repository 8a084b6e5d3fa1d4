"""Mark a number as somebody else's."""

from __future__ import annotations

from datetime import date, datetime

from rent import store
from rent.domain.tenancy import Channel, NumberStatus
from rent.store import numbers, timeline
from rent.usecases.messages.forget_proof import forget_proof
from rent.usecases.messages.note import note


def mark_wrong_number(session: store.Session, *, channel: Channel, address: str, who: str, actor: str, now: datetime, today: date) -> None:
    """
    Send nothing more to a number that is not the tenant's, and believe nobody there any more.

    ``who`` says whose it may be, in our word for it.
    """
    numbers.set_status(session, channel, address, NumberStatus.WRONG_PERSON)
    forget_proof(session, channel=channel, address=address, now=now)
    note(session, channel=channel, address=address, happened=timeline.Happened.WRONG_NUMBER, actor=actor, now=now, today=today, who=who)
