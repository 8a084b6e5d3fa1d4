"""
Find out what became of messages we claimed and heard no more of.

The provider's own list decides: a message it has was sent, one it has not is wanted again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from rent import runtime, store
from rent.domain.message import Delivery, MessageId, Standing, hear
from rent.ports import ProviderMessage, ProviderTrouble, TextMessages
from rent.store import outbox, sent
from rent.store.outbox import Outcome, Waiting

# Longer than a claim may be acted on and a request can take, together.
LEFT_AFTER: Final = timedelta(seconds=60)
BATCH: Final = 50
CLOCKS_DIFFER: Final = timedelta(minutes=2)
TRIES_MAX: Final = 5

Listed = Mapping[MessageId, Sequence[ProviderMessage]]


def reconcile_batch(texts: TextMessages, *, left_after: timedelta = LEFT_AFTER) -> int:
    """Settle claims nothing was heard of for a while; return how many. No transaction is open while the provider is asked."""
    before = runtime.now() - left_after
    with runtime.reading() as session:
        left = outbox.left_behind(session, before=before, limit=BATCH, lock=False)
    listed = _ask(texts, left)
    if not listed:
        return 0
    with runtime.transaction() as session:
        still = outbox.left_behind(session, before=before, limit=BATCH, lock=True)
        return settle(session, [message for message in still if message in left and message.id in listed], listed, now=runtime.now())


def settle(session: store.Session, left: Sequence[Waiting], listed: Listed, *, now: datetime) -> int:
    """Record what the provider's list says of each message; one of its messages stands for one of ours only."""
    taken: set[str] = set()
    for message in left:
        found = _found(session, listed[message.id], taken)
        if found is not None:
            taken.add(found.provider_id)
            outbox.record(session, [_as_listed(message, found)], now=now)
        elif message.attempts >= TRIES_MAX:
            outbox.record(session, [Outcome(message.id, Delivery.FAILED, why_not="NEVER_TAKEN")], now=now)
        else:
            outbox.postpone(session, message.id, now, "NEVER_TAKEN")
    return len(left)


def _ask(texts: TextMessages, left: Sequence[Waiting]) -> Listed:
    listed: dict[MessageId, Sequence[ProviderMessage]] = {}
    for message in left:
        since = (message.claimed_at or message.wanted_at) - CLOCKS_DIFFER
        try:
            same = [found for found in texts.listed(to=message.to_address, since=since) if found.body == message.body]
        except ProviderTrouble:
            # What could not be asked stays as it is, until next time.
            break
        listed[message.id] = same
    return listed


def _found(session: store.Session, same: Sequence[ProviderMessage], taken: set[str]) -> ProviderMessage | None:
    ours = sent.known_to_us(session, [found.provider_id for found in same]) if same else frozenset()
    return next((found for found in same if found.provider_id not in ours and found.provider_id not in taken), None)


def _as_listed(message: Waiting, found: ProviderMessage) -> Outcome:
    standing = hear(Standing(Delivery.UNKNOWN, None), found.status)
    delivery = Delivery.SENT if standing.delivery is Delivery.UNKNOWN else standing.delivery
    return Outcome(message.id, delivery, found.provider_id, found.status, found.error_code)
