"""What is to go out: wanted once, claimed, handed over, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection

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
