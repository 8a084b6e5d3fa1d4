"""The texts between us and one person, in both directions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, select

from rent.domain.message import Author, Delivery, MessageClass, Why
from rent.domain.tenancy import PersonId
from rent.store.tables.messages import inbound_messages, outbox

_LEFT_US: Final = (Delivery.SENT, Delivery.DELIVERED, Delivery.UNDELIVERED, Delivery.FAILED, Delivery.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Said:
    """One message. ``language`` is missing for what came in; ``delivery`` too."""

    at: datetime
    author: Author
    body: str
    language: str | None = None
    delivery: Delivery | None = None


def of_person(session: Connection, person_id: PersonId, *, limit: int) -> tuple[Said, ...]:
    """
    Return the latest messages to and from a person, oldest first.

    Only what has left us is there. A secret in it, such as a code, is not; nor are messages about
    somebody's safety, since another may be reading.
    """
    both = (*_sent(session, person_id, limit), *_received(session, person_id, limit))
    return tuple(sorted(both, key=lambda said: said.at))[-limit:]


def _sent(session: Connection, person_id: PersonId, limit: int) -> list[Said]:
    found = (
        select(outbox)
        .where(outbox.c.person_id == person_id, outbox.c.delivery.in_(_LEFT_US))
        .where(outbox.c.message_class != MessageClass.SAFETY)
        .order_by(outbox.c.id.desc())
        .limit(limit)
    )
    return [
        Said(row["sent_at"] or row["wanted_at"], row["author"], row["shown_as"] or row["body"], row["language"], row["delivery"])
        for row in session.execute(found).mappings()
    ]


def _received(session: Connection, person_id: PersonId, limit: int) -> list[Said]:
    found = (
        select(inbound_messages.c.received_at, inbound_messages.c.body, inbound_messages.c.understood)
        .where(inbound_messages.c.person_id == person_id)
        .order_by(inbound_messages.c.id.desc())
        .limit(limit)
    )
    return [Said(at, Author.TENANT, body) for at, body, understood in session.execute(found) if not _is_about_safety(understood)]


def _is_about_safety(understood: Mapping[str, object] | None) -> bool:
    return understood is not None and understood.get("why") in {Why.CRISIS.value, Why.ABUSE.value}
