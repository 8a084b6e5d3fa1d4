"""Mark a number that cannot be reached."""

from __future__ import annotations

from datetime import date, datetime

from rent import store
from rent.domain.tenancy import Channel, NumberStatus
from rent.store import numbers, timeline
from rent.usecases.messages.forget_proof import forget_proof
from rent.usecases.messages.note import note


def give_up_number(session: store.Session, *, channel: Channel, address: str, error_code: int, now: datetime, today: date) -> None:
    """
    Send nothing more to a number the network says does not exist or cannot take texts.

    Source: payments.md 4.4
    """
    numbers.set_status(session, channel, address, NumberStatus.UNREACHABLE)
    forget_proof(session, channel=channel, address=address, now=now)
    note(
        session,
        channel=channel,
        address=address,
        happened=timeline.Happened.WRONG_NUMBER,
        actor="system",
        now=now,
        today=today,
        who="UNREACHABLE",
        error_code=error_code,
    )
