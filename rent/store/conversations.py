"""Conversations: one for each number that ever wrote to us or was written to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, select, update

from rent.domain.message import ConversationId
from rent.domain.officer import OfficerId
from rent.domain.tenancy import Channel, PersonId, TenancyId
from rent.store.dialect import insert_if_new
from rent.store.tables.messages import conversations


class NoSuchConversation(Exception):
    """There is no such conversation."""


@dataclass(frozen=True, slots=True)
class Thread:
    """A conversation's row. ``state`` is what the dialogue remembers; ``held_by`` the officer who has taken over."""

    id: ConversationId
    channel: Channel
    address: str
    person_id: PersonId | None
    tenancy_id: TenancyId | None
    state: Mapping[str, Any]
    held_by: OfficerId | None
    needs_a_person: bool
    why_a_person: str | None
    changed_at: datetime


def open_for(session: Connection, channel: Channel, address: str, *, now: datetime) -> Thread:
    """Return the conversation with a number, locked until the transaction ends; begin it if there is none."""
    new = {"channel": channel, "address": address, "state": {}, "needs_a_person": False, "changed_at": now}
    insert_if_new(session, conversations, new, unique=("channel", "address"))
    here = _threads().where(conversations.c.channel == channel, conversations.c.address == address).with_for_update()
    return Thread(*tuple(session.execute(here).one()))


def get(session: Connection, conversation_id: ConversationId) -> Thread:
    """
    Return a conversation, locked until the transaction ends.

    :raises NoSuchConversation: if there is none
    """
    row = session.execute(_threads().where(conversations.c.id == conversation_id).with_for_update()).one_or_none()
    if row is None:
        raise NoSuchConversation
    return Thread(*tuple(row))


def of_tenancy(session: Connection, tenancy_id: TenancyId) -> tuple[Thread, ...]:
    """Return the conversations of a tenancy, the latest first."""
    found = _threads().where(conversations.c.tenancy_id == tenancy_id).order_by(conversations.c.changed_at.desc(), conversations.c.id)
    return tuple(Thread(*tuple(row)) for row in session.execute(found))


def remember(session: Connection, conversation_id: ConversationId, state: Mapping[str, object], *, now: datetime) -> None:
    """Keep what the dialogue remembers."""
    _set(session, conversation_id, state=dict(state), changed_at=now)


def belong_to(session: Connection, conversation_id: ConversationId, person_id: PersonId | None, tenancy_id: TenancyId | None) -> None:
    """Record whose conversation it is, as far as the number on file tells."""
    _set(session, conversation_id, person_id=person_id, tenancy_id=tenancy_id)


def pass_on(session: Connection, conversation_id: ConversationId, person_id: PersonId | None, tenancy_id: TenancyId | None) -> None:
    """Record that the number has somebody else now: what was proved and who held the thread count no more."""
    _set(session, conversation_id, person_id=person_id, tenancy_id=tenancy_id, state={}, held_by=None)


def ask_for_a_person(session: Connection, conversation_id: ConversationId, why: str) -> None:
    """Record that a person must look, and why."""
    _set(session, conversation_id, needs_a_person=True, why_a_person=why)


def hold(session: Connection, conversation_id: ConversationId, officer_id: OfficerId) -> bool:
    """Give the thread to an officer, unless another holds it; return whether it is theirs now."""
    free = (conversations.c.held_by.is_(None)) | (conversations.c.held_by == officer_id)
    taken = update(conversations).where(conversations.c.id == conversation_id, free).values(held_by=officer_id)
    return session.execute(taken.values(needs_a_person=False)).rowcount == 1


def release(session: Connection, conversation_id: ConversationId) -> None:
    """Give the thread back to the assistant; nobody is asked for any more."""
    _set(session, conversation_id, held_by=None, needs_a_person=False, why_a_person=None)


def _set(session: Connection, conversation_id: ConversationId, **values: object) -> None:
    session.execute(update(conversations).where(conversations.c.id == conversation_id).values(**values))


def _threads() -> Select[Any]:
    return select(*(conversations.c[field.name] for field in fields(Thread)))
