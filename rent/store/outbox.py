"""What is to go out: wanted once, claimed, handed over, and what became of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, func, select, update

from rent.domain import segments
from rent.domain.message import Author, ConversationId, Delivery, MessageClass, MessageId
from rent.domain.officer import OfficerId
from rent.domain.tenancy import Channel, PersonId, TenancyId
from rent.store.dialect import insert_if_new
from rent.store.tables.messages import outbox


def put(
    session: Connection,
    *,
    command_id: str,
    channel: Channel,
    to_address: str,
    person_id: PersonId | None,
    tenancy_id: TenancyId | None,
    conversation_id: ConversationId | None = None,
    author: Author,
    officer_id: OfficerId | None = None,
    message_class: MessageClass,
    template: str,
    language: str,
    body: str,
    shown_as: str | None = None,
    facts: Mapping[str, str | int | bool] | None = None,
    wanted_at: datetime,
    not_before: datetime | None = None,
    expires_at: datetime | None = None,
) -> MessageId | None:
    """
    Want a message sent, once; return its id, or None if this command is already there.

    ``shown_as`` stands in for a body that holds a secret. ``facts`` is what was true when the
    words were written; the send gate drops the message if it no longer is.
    """
    row = {
        "command_id": command_id,
        "channel": channel,
        "to_address": to_address,
        "person_id": person_id,
        "tenancy_id": tenancy_id,
        "conversation_id": conversation_id,
        "author": author,
        "officer_id": officer_id,
        "message_class": message_class,
        "template": template,
        "language": language,
        "body": body,
        "shown_as": shown_as,
        "facts": dict(facts or {}),
        "segments": segments.count(body).segments,
        "delivery": Delivery.WANTED,
        "wanted_at": wanted_at,
        "not_before": not_before or wanted_at,
        "expires_at": expires_at,
    }
    new = insert_if_new(session, outbox, row, unique=("command_id",))
    return None if new is None else MessageId(new)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message on its way out, as the send gate and the sender see it."""

    id: MessageId
    channel: Channel
    to_address: str
    person_id: PersonId | None
    tenancy_id: TenancyId | None
    conversation_id: ConversationId | None
    author: Author
    message_class: MessageClass
    template: str
    body: str
    facts: Mapping[str, Any]
    wanted_at: datetime
    expires_at: datetime | None
    claimed_at: datetime | None
    attempts: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of handing a message over."""

    id: MessageId
    delivery: Delivery
    provider_id: str | None = None
    provider_status: str | None = None
    error_code: int | None = None
    why_not: str | None = None


def due(session: Connection, classes: Collection[MessageClass], *, now: datetime, limit: int) -> tuple[Waiting, ...]:
    """Return the messages of these classes whose time has come, longest waiting first, locked until the transaction ends."""
    found = (
        _waiting()
        .where(outbox.c.delivery == Delivery.WANTED, outbox.c.message_class.in_(sorted(classes)), outbox.c.not_before <= now)
        .order_by(outbox.c.not_before, outbox.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return tuple(_to_waiting(row) for row in session.execute(found))


def left_behind(session: Connection, *, before: datetime, limit: int, lock: bool) -> tuple[Waiting, ...]:
    """Return messages claimed before a moment of which nothing more was heard, locked until the transaction ends if asked."""
    found = (
        _waiting()
        .where(outbox.c.delivery.in_([Delivery.CLAIMED, Delivery.UNKNOWN]), outbox.c.claimed_at < before)
        .order_by(outbox.c.claimed_at, outbox.c.id)
        .limit(limit)
    )
    return tuple(_to_waiting(row) for row in session.execute(found.with_for_update(skip_locked=True) if lock else found))


def claim(session: Connection, ids: Collection[MessageId], *, now: datetime) -> None:
    """Mark messages as being handed over, once more."""
    session.execute(
        update(outbox).where(outbox.c.id.in_(list(ids))).values(delivery=Delivery.CLAIMED, claimed_at=now, attempts=outbox.c.attempts + 1)
    )


def drop(session: Connection, message_id: MessageId, why: str) -> None:
    """Mark a message as never to be sent, and why."""
    session.execute(update(outbox).where(outbox.c.id == message_id).values(delivery=Delivery.DROPPED, why_not=why))


def postpone(session: Connection, message_id: MessageId, until: datetime, why: str) -> None:
    """Leave a message waiting until a moment, and say why."""
    session.execute(update(outbox).where(outbox.c.id == message_id).values(delivery=Delivery.WANTED, not_before=until, why_not=why))


def record(session: Connection, outcomes: Sequence[Outcome], *, now: datetime) -> None:
    """Record what became of claimed messages; one whose callback came first keeps what the callback said."""
    # Not IN, which cannot be said of many rows at once.
    waits = (outbox.c.delivery == Delivery.CLAIMED) | (outbox.c.delivery == Delivery.UNKNOWN)
    if outcomes:
        session.execute(
            update(outbox)
            .where(outbox.c.id == bindparam("b_id"), waits)
            .values(
                delivery=bindparam("b_delivery"),
                provider_id=func.coalesce(bindparam("b_provider_id"), outbox.c.provider_id),
                provider_status=bindparam("b_status"),
                error_code=bindparam("b_error_code"),
                why_not=bindparam("b_why_not"),
                sent_at=now,
            ),
            [
                {
                    "b_id": outcome.id,
                    "b_delivery": outcome.delivery,
                    "b_provider_id": outcome.provider_id,
                    "b_status": outcome.provider_status,
                    "b_error_code": outcome.error_code,
                    "b_why_not": outcome.why_not,
                }
                for outcome in outcomes
            ],
        )


def _waiting() -> Select[Any]:
    return select(*(outbox.c[field.name] for field in fields(Waiting)))


def _to_waiting(row: Row[Any]) -> Waiting:
    return Waiting(*tuple(row))
