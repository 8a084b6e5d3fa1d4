"""Write a timeline line on every tenancy a number is on file for."""

from __future__ import annotations

from datetime import date, datetime

from rent import store
from rent.domain.tenancy import Channel
from rent.store import numbers, timeline


def note(
    session: store.Session,
    *,
    channel: Channel,
    address: str,
    happened: timeline.Happened,
    actor: str,
    now: datetime,
    today: date,
    **detail: str | int | bool,
) -> None:
    """Write what happened with a number. A joint tenant does not see the lines of another's number."""
    for holder in numbers.holders(session, channel, address, today=today):
        timeline.write(session, holder.tenancy_id, happened, actor=actor, at=now, today=today, person_id=holder.person_id, **detail)
