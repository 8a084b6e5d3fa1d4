"""Take messages from the outbox that may leave now; everything else is dropped or put off, with its reason."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from messaging.delivery import standing
from messaging.planner.send_gate import Allowed, Deferred, Dropped, may_leave
from rent import store
from rent.domain.message import MessageClass
from rent.gateways.bank_holidays import bank_holidays
from rent.store import homes, outbox, timeline
from rent.store.outbox import Waiting
from rent.words import LONDON


def claim(
    session: store.Session, classes: Collection[MessageClass], *, limit: int, now: datetime, today: date
) -> tuple[tuple[Waiting, ...], int]:
    """Return the messages claimed for sending, and how many were looked at. The gate is asked in this transaction."""
    due = outbox.due(session, classes, now=now, limit=limit)
    if not due:
        return (), 0
    local, known = now.astimezone(LONDON), standing.gather(session, due, now=now)
    quiet_days = bank_holidays(homes.the_landlord(session).region, today.year)
    claimed = []
    for message in due:
        match may_leave(known.leaving(message), local=local, quiet_days=quiet_days):
            case Allowed():
                claimed.append(message)
            case Dropped(why):
                _drop(session, message, why, now=now, today=today)
            case Deferred(until, why):
                outbox.postpone(session, message.id, until, why)
    if claimed:
        outbox.claim(session, [message.id for message in claimed], now=now)
    return tuple(claimed), len(due)


def _drop(session: store.Session, message: Waiting, why: str, *, now: datetime, today: date) -> None:
    outbox.drop(session, message.id, why)
    if message.tenancy_id is not None:
        timeline.write(
            session,
            message.tenancy_id,
            timeline.Happened.MESSAGE_DROPPED,
            actor="system",
            at=now,
            today=today,
            person_id=message.person_id,
            why=why,
            template=message.template,
            message_class=message.message_class.value,
        )
