"""Conversations, what came in, and what is to go out."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Index, Integer, String, Table, Text

from rent.domain.message import Author, Delivery, MessageClass
from rent.domain.tenancy import Channel
from rent.store.tables.base import BigId, Json, Moment, Word, id_column, metadata, required

conversations: Final = Table(
    "conversations",
    metadata,
    id_column(),
    required("channel", Word(Channel)),
    # The other side: a phone number, or a web chat's own key.
    required("address", String(254)),
    Column("person_id", BigId, ForeignKey("persons.id"), index=True),
    Column("tenancy_id", BigId, ForeignKey("tenancies.id"), index=True),
    # What the dialogue remembers between turns.
    required("state", Json),
    # While an officer holds the thread the assistant is silent.
    Column("held_by", BigId, ForeignKey("officers.id")),
    required("needs_a_person", Boolean, default=False, server_default="0"),
    Column("why_a_person", String(80)),
    required("changed_at", Moment),
    CheckConstraint("held_by IS NULL OR tenancy_id IS NOT NULL", name="held_is_known"),
    Index("uq_conversations_channel_address", "channel", "address", unique=True),
)

inbound_messages: Final = Table(
    "inbound_messages",
    metadata,
    id_column(),
    required("external_id", String(64), unique=True),
    required("channel", Word(Channel)),
    required("from_address", String(254)),
    required("to_address", String(254)),
    required("body", Text),
    required("media_count", Integer, default=0),
    required("received_at", Moment),
    Column("conversation_id", BigId, ForeignKey("conversations.id"), index=True),
    # Whose it was when it was handled: the number may go to somebody else, and what was said does not go with it.
    Column("person_id", BigId, index=True),
    Column("tenancy_id", BigId, index=True),
    # The fragment that carried this one's words into the turn.
    Column("joined_into", BigId, ForeignKey("inbound_messages.id")),
    # What was understood, and by which rule, for whoever asks why we answered so.
    Column("understood", Json),
    Column("handled_at", Moment),
    required("attempts", Integer, default=0),
    # When it may next be tried; empty when it never failed.
    Column("try_again_at", Moment),
    Column("trouble", Text),
    Index("ix_inbound_messages_waiting", "handled_at", "received_at"),
)

outbox: Final = Table(
    "outbox",
    metadata,
    id_column(),
    # The reason to send, once: the same command twice is one message.
    required("command_id", String(120), unique=True),
    required("channel", Word(Channel)),
    required("to_address", String(254)),
    Column("person_id", BigId, ForeignKey("persons.id"), index=True),
    Column("tenancy_id", BigId, ForeignKey("tenancies.id"), index=True),
    Column("conversation_id", BigId, ForeignKey("conversations.id"), index=True),
    required("author", Word(Author)),
    Column("officer_id", BigId, ForeignKey("officers.id")),
    required("message_class", Word(MessageClass)),
    required("template", String(60)),
    required("language", String(8)),
    required("body", Text),
    # Shown in place of the words where those were a secret, such as a code or a link.
    Column("shown_as", Text),
    # What was true when it was written; the send gate drops it if it no longer is.
    required("facts", Json),
    required("segments", Integer),
    required("delivery", Word(Delivery)),
    required("wanted_at", Moment),
    required("not_before", Moment),
    Column("expires_at", Moment),
    Column("claimed_at", Moment),
    Column("sent_at", Moment),
    required("attempts", Integer, default=0),
    Column("provider_id", String(64), unique=True),
    Column("provider_status", String(32)),
    Column("error_code", Integer),
    Column("why_not", String(80)),
    Index("ix_outbox_waiting", "delivery", "not_before"),
    # A reply never queues behind a night's reminders.
    Index("ix_outbox_class_waiting", "delivery", "message_class", "not_before"),
)
