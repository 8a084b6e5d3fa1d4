"""Claim, send, mark: a message is marked as claimed and committed before it is sent, so a crash never sends it twice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from messaging.delivery.claim import claim
from messaging.delivery.hand_over import HandedOver, hand_over
from rent import runtime, store
from rent.domain.message import Delivery, MessageClass
from rent.ports import TextMessages
from rent.store import outbox
from rent.store.outbox import Outcome, Waiting
from rent.usecases.messages.learn_from_error import learn_from_error

BATCH: Final = 200
TRIES_MAX: Final = 8
FIRST_PAUSE: Final = timedelta(seconds=15)
# Whoever waits for an answer is served before anybody we write to by ourselves.
URGENT: Final = frozenset({MessageClass.SAFETY, MessageClass.SECURITY, MessageClass.REPLY})
OTHERS: Final = frozenset(MessageClass) - URGENT


def deliver_batch(texts: TextMessages, *, limit: int = BATCH) -> int:
    """Send one batch, urgent messages first; return how many were looked at."""
    with runtime.transaction() as session:
        claimed, looked_at = claim(session, URGENT, limit=limit, now=runtime.now(), today=runtime.today())
    if not looked_at:
        with runtime.transaction() as session:
            claimed, looked_at = claim(session, OTHERS, limit=limit, now=runtime.now(), today=runtime.today())
    if claimed:
        done = hand_over(texts, claimed)
        with runtime.transaction() as session:
            mark(session, claimed, done, now=runtime.now(), today=runtime.today())
    return looked_at


def mark(session: store.Session, claimed: Sequence[Waiting], done: HandedOver, *, now: datetime, today: date) -> None:
    """Record what came of a batch, and learn from its errors which numbers are no good."""
    for message in done.again:
        _again(session, message, now)
    outbox.record(session, done.outcomes, now=now)
    messages = {message.id: message for message in claimed}
    for outcome in done.outcomes:
        if outcome.error_code is not None:
            _learn(session, messages[outcome.id], outcome, now=now, today=today)


def _learn(session: store.Session, message: Waiting, outcome: Outcome, *, now: datetime, today: date) -> None:
    learn_from_error(session, channel=message.channel, address=message.to_address, error_code=outcome.error_code, now=now, today=today)


def _again(session: store.Session, message: Waiting, now: datetime) -> None:
    if message.attempts + 1 >= TRIES_MAX:
        outbox.record(session, [Outcome(message.id, Delivery.FAILED, why_not="PROVIDER_TROUBLE")], now=now)
    else:
        outbox.postpone(session, message.id, now + FIRST_PAUSE * 2**message.attempts, "PROVIDER_TROUBLE")
