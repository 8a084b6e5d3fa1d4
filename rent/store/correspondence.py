"""Every message to and from the people of a tenancy, as an officer follows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from sqlalchemy import ColumnElement, Connection, and_, select

from rent.domain.message import Author, Delivery
from rent.domain.officer import OfficerId
from rent.domain.tenancy import Channel, PersonId, TenancyId
from rent.store.tables.messages import conversations, inbound_messages, outbox


@dataclass(frozen=True, slots=True)
class Said:
    """
    One message. ``delivery`` and ``why_not`` are of those we sent; a secret in one is not in ``body``.

    ``person_id`` is whose it is, as far as we know.
    """

    at: datetime
    author: Author
    channel: Channel
    body: str
    language: str
    person_id: PersonId | None = None
    officer_id: OfficerId | None = None
    delivery: Delivery | None = None
    why_not: str | None = None


def of_tenancy(session: Connection, tenancy_id: TenancyId, *, limit: int) -> tuple[Said, ...]:
    """Return the latest messages, oldest first; those nobody has handled yet are there too."""
    both = chain(_sent(session, tenancy_id, limit), _received(session, tenancy_id, limit))
    return tuple(sorted(both, key=lambda said: said.at))[-limit:]


def _sent(session: Connection, tenancy_id: TenancyId, limit: int) -> list[Said]:
    found = select(outbox).where(outbox.c.tenancy_id == tenancy_id).order_by(outbox.c.id.desc()).limit(limit)
    return [
        Said(
            row["sent_at"] or row["wanted_at"],
            row["author"],
            row["channel"],
            row["shown_as"] or row["body"],
            row["language"],
            row["person_id"],
            row["officer_id"],
            row["delivery"],
            row["why_not"],
        )
        for row in session.execute(found).mappings()
    ]


def _received(session: Connection, tenancy_id: TenancyId, limit: int) -> list[Said]:
    said = (inbound_messages.c.id, inbound_messages.c.received_at, inbound_messages.c.channel, inbound_messages.c.body)
    handled = select(*said, inbound_messages.c.person_id).where(inbound_messages.c.tenancy_id == tenancy_id)
    waiting = select(*said, conversations.c.person_id).join(conversations, waits()).where(conversations.c.tenancy_id == tenancy_id)
    found = [row for each in (handled, waiting) for row in session.execute(each.order_by(inbound_messages.c.id.desc()).limit(limit))]
    return [Said(at, Author.TENANT, channel, body, "", person_id) for _, at, channel, body, person_id in sorted(found)[-limit:]]


def waits() -> ColumnElement[bool]:
    """Return what makes a message nobody has handled yet part of a conversation: that it is from its number."""
    return and_(
        inbound_messages.c.handled_at.is_(None),
        inbound_messages.c.from_address == conversations.c.address,
        inbound_messages.c.channel == conversations.c.channel,
    )
