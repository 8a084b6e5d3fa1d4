"""What came in, kept before it is understood; once for each provider's id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, Final, NewType

from sqlalchemy import Connection, Insert, RowMapping, bindparam, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from rent.domain.message import ConversationId
from rent.domain.tenancy import Channel
from rent.store.conversations import Thread
from rent.store.tables.messages import inbound_messages

InboundId = NewType("InboundId", int)
_KEPT: Final = ("external_id", "channel", "from_address", "to_address", "body", "media_count", "received_at")


@dataclass(frozen=True, slots=True)
class Arrived:
    """A message as it came in."""

    id: InboundId
    external_id: str
    channel: Channel
    from_address: str
    to_address: str
    body: str
    media_count: int
    received_at: datetime
    attempts: int


def keep(session: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep messages, each unless its external id is already there. Rows hold the columns of an arrival."""
    session.execute(_insert(session.dialect.name), rows)


def oldest_waiting(session: Connection, *, now: datetime) -> Arrived | None:
    """
    Return the oldest message nobody has handled and whose next try has come.

    It is not locked: its conversation is, which is what keeps two workers from one sender.
    """
    found = (
        select(inbound_messages)
        .where(inbound_messages.c.handled_at.is_(None))
        .where(or_(inbound_messages.c.try_again_at.is_(None), inbound_messages.c.try_again_at <= now))
        .order_by(inbound_messages.c.received_at, inbound_messages.c.id)
        .limit(1)
    )
    row = session.execute(found).mappings().one_or_none()
    return None if row is None else _arrived(row)


def waiting_from(session: Connection, channel: Channel, address: str, *, now: datetime) -> tuple[Arrived, ...]:
    """Return every message of one sender nobody has handled, oldest first, but for those in trouble whose next try is to come."""
    found = (
        select(inbound_messages)
        .where(inbound_messages.c.handled_at.is_(None))
        .where(inbound_messages.c.channel == channel, inbound_messages.c.from_address == address)
        .where(or_(inbound_messages.c.attempts == 0, inbound_messages.c.try_again_at <= now))
        .order_by(inbound_messages.c.received_at, inbound_messages.c.id)
    )
    return tuple(_arrived(row) for row in session.execute(found).mappings())


def just_handled(session: Connection, conversation_id: ConversationId, *, since: datetime) -> tuple[Arrived, Mapping[str, Any]] | None:
    """Return the latest message of a conversation handled since a moment, with what was understood."""
    found = (
        select(inbound_messages)
        .where(inbound_messages.c.conversation_id == conversation_id, inbound_messages.c.received_at >= since)
        .where(inbound_messages.c.handled_at.is_not(None), inbound_messages.c.joined_into.is_(None))
        .order_by(inbound_messages.c.id.desc())
        .limit(1)
    )
    row = session.execute(found).mappings().one_or_none()
    return None if row is None else (_arrived(row), row["understood"] or {})


def mark_handled(session: Connection, ids: Iterable[InboundId], *, thread: Thread, understood: Mapping[str, object], now: datetime) -> None:
    """
    Mark messages as one turn: the last carries what was understood, the others are joined into it.

    Whoever the thread belongs to now, they stay the words of that person and tenancy.
    """
    *parts, last = ids
    done = update(inbound_messages).values(
        handled_at=now, conversation_id=thread.id, person_id=thread.person_id, tenancy_id=thread.tenancy_id
    )
    session.execute(done.where(inbound_messages.c.id == last).values(understood=dict(understood)))
    if parts:
        session.execute(done.where(inbound_messages.c.id.in_(parts)).values(joined_into=last))


def wait_until(session: Connection, ids: Iterable[InboundId], moment: datetime) -> None:
    """Leave messages until a moment."""
    session.execute(update(inbound_messages).where(inbound_messages.c.id.in_(list(ids))).values(try_again_at=moment))


def mark_trouble(session: Connection, inbound_id: InboundId, trouble: str, *, now: datetime, pause: timedelta) -> None:
    """Keep what went wrong with a message, and leave it for a while."""
    session.execute(
        update(inbound_messages)
        .where(inbound_messages.c.id == inbound_id)
        .values(attempts=inbound_messages.c.attempts + 1, trouble=trouble, try_again_at=now + pause)
    )


@lru_cache
def _insert(dialect: str) -> Insert:
    # Built once, since building it costs more than running it.
    make: Any = postgresql.insert if dialect == "postgresql" else sqlite.insert
    values: dict[str, Any] = {name: bindparam(name) for name in _KEPT} | {"attempts": 0}
    statement: Insert = make(inbound_messages).values(**values).on_conflict_do_nothing(index_elements=["external_id"])
    return statement


def _arrived(row: RowMapping) -> Arrived:
    return Arrived(
        InboundId(row["id"]),
        row["external_id"],
        row["channel"],
        row["from_address"],
        row["to_address"],
        row["body"],
        row["media_count"],
        row["received_at"],
        row["attempts"],
    )
