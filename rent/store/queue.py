"""Conversations that a person must look at."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, or_, select

from rent.domain.message import ConversationId
from rent.domain.officer import OfficerId
from rent.domain.tenancy import Channel, PatchId
from rent.store.tables.homes import patches, properties, tenancies
from rent.store.tables.identity import officers
from rent.store.tables.messages import conversations
from rent.store.tables.people import persons


@dataclass(frozen=True, slots=True)
class Waiting:
    """A conversation in the queue; ``public_id``, ``name`` and ``patch`` are missing for a number nobody has on file."""

    id: ConversationId
    channel: Channel
    address: str
    why: str | None
    since: datetime
    held_by: OfficerId | None
    holder: str | None
    name: str | None
    public_id: str | None
    reference: str | None
    patch: str | None


def waiting(session: Connection, *, own: Collection[PatchId] | None, limit: int) -> tuple[Waiting, ...]:
    """Return what waits or is held on some patches, or on all when none are named, the oldest first."""
    found = (
        select(
            conversations.c.id,
            conversations.c.channel,
            conversations.c.address,
            conversations.c.why_a_person,
            conversations.c.changed_at,
            conversations.c.held_by,
            officers.c.name,
            persons.c.full_name,
            tenancies.c.public_id,
            tenancies.c.reference,
            patches.c.name,
        )
        .select_from(conversations)
        .outerjoin(persons, persons.c.id == conversations.c.person_id)
        .outerjoin(tenancies, tenancies.c.id == conversations.c.tenancy_id)
        .outerjoin(properties, properties.c.id == tenancies.c.property_id)
        .outerjoin(patches, patches.c.id == properties.c.patch_id)
        .outerjoin(officers, officers.c.id == conversations.c.held_by)
        .where(or_(conversations.c.needs_a_person, conversations.c.held_by.is_not(None)))
        .order_by(conversations.c.changed_at, conversations.c.id)
        .limit(limit)
    )
    if own is not None:
        found = found.where(or_(properties.c.patch_id.is_(None), properties.c.patch_id.in_(list(own))))
    return tuple(Waiting(*row) for row in session.execute(found))
