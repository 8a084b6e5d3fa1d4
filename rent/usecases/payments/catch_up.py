"""Fetch the events whose webhook never came."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final

from rent import store
from rent.ports import CardPayments
from rent.store import external_events
from rent.store.external_events import KeptEvent
from rent.usecases.payments.open_checkout import Transactions
from rent.usecases.payments.receive_event import receive_event

SWEEP: Final = "stripe-sweep"
# Providers list the events of the last thirty days.
FURTHEST_BACK: Final = timedelta(days=29)
OVERLAP: Final = timedelta(hours=1)
AGAIN_AFTER: Final = timedelta(minutes=10)


def catch_up(transactions: Transactions, *, cards: CardPayments, clock: Callable[[], datetime]) -> int:
    """
    Keep, once an hour, the events since the last time that are not in the inbox yet; return how many.

    After a restore from a backup that is everything since the backup. The provider is asked between
    two short transactions of its own.

    :raises ProviderTrouble: if the provider does not say; it is tried again ten minutes later
    """
    with transactions() as session:
        hours, since = _claim(session, clock())
    if not hours:
        return 0
    events = tuple(cards.events_since(since))
    with transactions() as session:
        new = sum(receive_event(session, event=event, now=clock()) for event in events)
        for hour in hours:
            external_events.handled(session, hour.id, at=clock())
    return new


def _claim(session: store.Session, now: datetime) -> tuple[tuple[KeptEvent, ...], datetime]:
    hour = now.astimezone(UTC).strftime("%Y-%m-%dT%H")
    external_events.keep(session, source=SWEEP, external_id=hour, kind="sweep", payload={}, received_at=now)
    last = external_events.latest_handled(session, source=SWEEP)
    earliest = now - FURTHEST_BACK
    since = earliest if last is None else max(earliest, last - OVERLAP)
    return external_events.claim(session, source=SWEEP, now=now, until=now + AGAIN_AFTER, limit=100), since
