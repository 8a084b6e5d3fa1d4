"""Give the card provider's waiting events their effect."""

from __future__ import annotations

from rent import runtime
from rent.usecases.payments.handle_event import claim_events, handle_event


def run() -> int:
    """Handle the events that are due; return how many there were."""
    with runtime.transaction() as session:
        waiting = claim_events(session, now=runtime.now())
    for event in waiting:
        handle_event(runtime.transaction, event=event, cards=runtime.card_payments(), clock=runtime.now, today=runtime.today)
    return len(waiting)
