"""Messages that left: what the provider calls them, and what it said of them later."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, func, select, update

from rent.domain.message import Author, ConversationId, Delivery, MessageClass, MessageId, Standing
from rent.domain.tenancy import Channel, PersonId, TenancyId
from rent.store.tables.messages import outbox


def known_to_us(session: Connection, provider_ids: Collection[str]) -> frozenset[str]:
    """Return those of the provider's ids that one of our messages already bears."""
    found = select(outbox.c.provider_id).where(outbox.c.provider_id.in_(list(provider_ids)))
    return frozenset(session.execute(found).scalars())


@dataclass(frozen=True, slots=True)
class Sent:
    """A message the provider has spoken of."""

    id: MessageId
    to_address: str
    channel: Channel
    tenancy_id: TenancyId | None
    person_id: PersonId | None
    conversation_id: ConversationId | None
    standing: Standing


def for_callback(session: Connection, provider_id: str, reference: MessageId | None) -> Sent | None:
    """
    Return the message a callback is about, locked.

    ``reference`` is our own id, which finds a message whose callback overtook the answer to its send.
    """
    row = session.execute(_sent().where(outbox.c.provider_id == provider_id)).mappings().one_or_none()
    if row is None and reference is not None:
        row = session.execute(_sent().where(outbox.c.id == reference, outbox.c.provider_id.is_(None))).mappings().one_or_none()
    return None if row is None else _to_sent(row)


def move(session: Connection, message_id: MessageId, standing: Standing, *, provider_id: str, error_code: int | None) -> None:
    """Record where a message stands now."""
    values: dict[str, Any] = {"delivery": standing.delivery, "provider_status": standing.provider_status, "provider_id": provider_id}
    if error_code is not None:
        values["error_code"] = error_code
    session.execute(update(outbox).where(outbox.c.id == message_id).values(**values))


def latest_collection(session: Connection, persons: Collection[PersonId], *, since: datetime) -> Mapping[PersonId, datetime]:
    """Return when each person was last sent a text that collects, since a moment."""
    left = [Delivery.CLAIMED, Delivery.UNKNOWN, Delivery.SENT, Delivery.DELIVERED]
    found = (
        select(outbox.c.person_id, func.max(outbox.c.claimed_at))
        .where(outbox.c.person_id.in_(list(persons)), outbox.c.message_class == MessageClass.COLLECTION)
        .where(outbox.c.delivery.in_(left), outbox.c.claimed_at >= since, outbox.c.author != Author.OFFICER)
        .group_by(outbox.c.person_id)
    )
    return {PersonId(person): at for person, at in session.execute(found)}


def answered(session: Connection, conversation_id: ConversationId, *, since: datetime) -> int:
    """Return how often the assistant has answered in a conversation since a moment."""
    ours = select(func.count()).where(outbox.c.conversation_id == conversation_id, outbox.c.author == Author.ASSISTANT)
    return int(session.execute(ours.where(outbox.c.wanted_at >= since)).scalar_one())


def _sent() -> Select[Any]:
    names = ("id", "to_address", "channel", "tenancy_id", "person_id", "conversation_id", "delivery", "provider_status")
    return select(*(outbox.c[name] for name in names)).with_for_update()


def _to_sent(row: RowMapping) -> Sent:
    return Sent(
        MessageId(row["id"]),
        row["to_address"],
        row["channel"],
        row["tenancy_id"],
        row["person_id"],
        row["conversation_id"],
        Standing(row["delivery"], row["provider_status"]),
    )
