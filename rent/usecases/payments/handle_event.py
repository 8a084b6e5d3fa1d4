"""Handle an event from the inbox: ask the provider what is true now, and settle that."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Final

from rent import store
from rent.ports import CardPayments, ProviderPayment, ProviderRefused, ProviderTrouble, Subject
from rent.store import external_events, payments
from rent.store.external_events import KeptEvent
from rent.usecases.payments.open_checkout import Transactions
from rent.usecases.payments.put_aside import keep_for_a_person, try_later
from rent.usecases.payments.receive_event import SOURCE
from rent.usecases.payments.reconcile_payout import hear_payout, reconcile_payout
from rent.usecases.payments.settle import Settled, settle_payment

LEASE: Final = timedelta(seconds=60)
BATCH: Final = 20
log = logging.getLogger(__name__)

Record = Callable[[store.Session, datetime, date], str | None]


def claim_events(session: store.Session, *, now: datetime) -> tuple[KeptEvent, ...]:
    """Return the events that are due, and keep other workers away from them for a minute."""
    return external_events.claim(session, source=SOURCE, now=now, until=now + LEASE, limit=BATCH)


def handle_event(
    transactions: Transactions, *, event: KeptEvent, cards: CardPayments, clock: Callable[[], datetime], today: Callable[[], date]
) -> None:
    """
    Give an event its effect, or put it aside with the reason; its order and its copies never matter.

    It asks the provider between two short transactions of its own, so that none is held open meanwhile.
    """
    try:
        record = _ask(transactions, event, cards, clock)
        with transactions() as session:
            trouble = record(session, clock(), today())
            _file(session, event, trouble, clock())
    except ProviderRefused as why:
        with transactions() as session:
            keep_for_a_person(session, event=event, trouble=f"the provider refused: {why}")
    # One event nobody can digest must not stop those behind it.
    except Exception as why:  # noqa: BLE001
        log.warning("event %s put aside: %s", event.external_id, type(why).__name__)
        with transactions() as session:
            try_later(session, event=event, trouble=f"{type(why).__name__}: {why}"[:500], now=clock())


def _file(session: store.Session, event: KeptEvent, trouble: str | None, now: datetime) -> None:
    if trouble is None:
        external_events.handled(session, event.id, at=now)
    elif event.payload["subject"] == Subject.PAYOUT:
        # A payout can overtake the events of its own payments.
        try_later(session, event=event, trouble=trouble, now=now)
    else:
        keep_for_a_person(session, event=event, trouble=trouble)


def _ask(transactions: Transactions, event: KeptEvent, cards: CardPayments, clock: Callable[[], datetime]) -> Record:
    """Return how to record what the provider says of the event's subject now."""
    asked_at = clock()
    if event.payload["subject"] == Subject.PAYOUT:
        payout = hear_payout(cards, payout_id=event.payload["object_id"])
        return lambda session, now, _today: reconcile_payout(session, heard=payout, now=now)
    heard = _look_up(transactions, event, cards)
    return lambda session, now, today: _settle(session, heard, asked_at, now, today)


def _look_up(transactions: Transactions, event: KeptEvent, cards: CardPayments) -> ProviderPayment:
    with transactions() as session:
        known = payments.by_public_id(session, event.payload["payment"] or "")
    if known is not None and known.session_id is not None:
        return cards.look_up(known.session_id)
    if event.payload["subject"] == Subject.CHECKOUT:
        return cards.look_up(event.payload["object_id"])
    return cards.look_up_payment(event.payload["object_id"])


def _settle(session: store.Session, heard: ProviderPayment, asked_at: datetime, now: datetime, today: date) -> str | None:
    match settle_payment(session, heard=heard, asked_at=asked_at, now=now, today=today):
        case Settled.SETTLED:
            return None
        case Settled.STALE:
            raise ProviderTrouble("the answer was overtaken by another")
        case Settled.UNKNOWN:
            return "no payment of ours has that reference"
        case Settled.NEEDS_A_PERSON:
            return "what the provider says does not add up with what we have"
