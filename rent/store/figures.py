"""The figures an operator watches."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from rent.domain.message import Delivery
from rent.store.tables.messages import inbound_messages, outbox
from rent.store.tables.payments import payments, payouts
from rent.store.tables.records import external_events


def read(session: Connection, *, now: datetime) -> dict[str, float]:
    """Return each figure by its name; every query walks an index of what waits, never a whole table."""
    oldest = _one(session, func.min(outbox.c.not_before), outbox.c.delivery == Delivery.WANTED)
    return {
        "outbox_oldest_seconds": max(0.0, (now - oldest).total_seconds()) if oldest else 0.0,
        "inbound_unanswered": _one(session, func.count(), inbound_messages.c.handled_at.is_(None)),
        "claims_unreconciled": _one(session, func.count(), outbox.c.delivery.in_([Delivery.CLAIMED, Delivery.UNKNOWN])),
        "payment_events_waiting": _one(session, func.count(), external_events.c.handled_at.is_(None)),
        "payments_needing_a_person": _one(session, func.count(), payments.c.needs_a_person),
        "payout_difference_pence": float(_one(session, func.coalesce(func.sum(func.abs(payouts.c.difference_pence)), 0), payouts.c.id > 0)),
    }


def _one(session: Connection, what: ColumnElement[Any], where: ColumnElement[bool]) -> Any:  # noqa: ANN401 (counts and moments)
    return session.execute(select(what).where(where)).scalar_one()
