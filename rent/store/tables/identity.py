"""Officers, codes, sessions, and counts of tries."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, String, Table, Text

from rent.domain.identity import SessionKind
from rent.domain.officer import Role
from rent.store.tables.base import BigId, Moment, Word, id_column, metadata, required

officers: Final = Table(
    "officers",
    metadata,
    id_column(),
    required("email", String(254), unique=True),
    required("name", String(120)),
    required("role", Word(Role)),
    required("password_hash", Text),
    required("totp_secret", String(64)),
    # The last time step whose code was used, so that no code works twice.
    required("totp_used_step", BigInteger, default=0, server_default="0"),
    Column("disabled_at", Moment),
)

officer_patches: Final = Table(
    "officer_patches",
    metadata,
    required("officer_id", BigId, ForeignKey("officers.id")),
    required("patch_id", BigId, ForeignKey("patches.id")),
    PrimaryKeyConstraint("officer_id", "patch_id"),
)

one_time_codes: Final = Table(
    "one_time_codes",
    metadata,
    id_column(),
    # Binds the code to the browser that asked for it; a stranger's request has one too.
    required("request_id", String(64), unique=True),
    Column("person_id", BigId, ForeignKey("persons.id"), index=True),
    Column("tenancy_id", BigId, ForeignKey("tenancies.id")),
    Column("issued_by", BigId, ForeignKey("officers.id")),
    required("code_hash", String(64)),
    required("created_at", Moment),
    required("expires_at", Moment),
    required("tries", Integer, default=0),
    Column("used_at", Moment),
)

sessions: Final = Table(
    "sessions",
    metadata,
    id_column(),
    # The cookie's token is kept only as its hash; the row key is what a socket carries.
    required("token_hash", String(64), unique=True),
    required("row_key", String(64), unique=True),
    required("kind", Word(SessionKind)),
    Column("person_id", BigId, ForeignKey("persons.id"), index=True),
    Column("tenancy_id", BigId, ForeignKey("tenancies.id")),
    Column("officer_id", BigId, ForeignKey("officers.id"), index=True),
    required("created_at", Moment),
    required("last_seen_at", Moment),
    Column("ended_at", Moment),
)

tries: Final = Table(
    "tries",
    metadata,
    id_column(),
    # What is counted, such as a failed sign-in, and for whom, as a keyed hash.
    required("what", String(32)),
    required("whose", String(64)),
    required("at", Moment),
    Index("ix_tries_what_whose_at", "what", "whose", "at"),
)
