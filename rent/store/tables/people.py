"""People, how to reach them, and what they need."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, PrimaryKeyConstraint, String, Table, Text, UniqueConstraint

from rent.domain.hold import HoldKind
from rent.domain.tenancy import Channel, MemberRole, Need, NumberStatus
from rent.store.tables.base import BigId, Moment, Word, id_column, metadata, required

persons: Final = Table(
    "persons",
    metadata,
    id_column(),
    required("reference", String(40), unique=True),
    required("full_name", String(160)),
    # Folded for search: lower case, no accents.
    required("search_name", String(160), index=True),
    Column("date_of_birth", Date),
    required("language", String(8)),
    # Another may read this person's phone: nothing on a lock screen.
    required("neutral_wording_only", Boolean, default=False, server_default="0"),
    Column("deceased_on", Date),
)

tenancy_members: Final = Table(
    "tenancy_members",
    metadata,
    required("tenancy_id", BigId, ForeignKey("tenancies.id")),
    required("person_id", BigId, ForeignKey("persons.id"), index=True),
    required("role", Word(MemberRole)),
    required("starts_on", Date),
    Column("ends_on", Date),
    PrimaryKeyConstraint("tenancy_id", "person_id"),
)

contact_points: Final = Table(
    "contact_points",
    metadata,
    id_column(),
    required("person_id", BigId, ForeignKey("persons.id")),
    required("channel", Word(Channel)),
    # Phone numbers as +447700900123, addresses in lower case.
    required("value", String(254)),
    required("status", Word(NumberStatus)),
    required("is_safe", Boolean, default=True, server_default="1"),
    required("is_preferred", Boolean, default=False, server_default="0"),
    required("opted_out", Boolean, default=False, server_default="0"),
    # A changed number receives no codes and no money news before this day.
    Column("usable_from", Date),
    required("since", Moment),
    UniqueConstraint("person_id", "channel", "value"),
    Index("ix_contact_points_channel_value", "channel", "value"),
)

needs: Final = Table(
    "needs",
    metadata,
    id_column(),
    required("person_id", BigId, ForeignKey("persons.id"), index=True),
    required("need", Word(Need)),
    required("purpose", String(200)),
    required("source", String(80)),
    required("review_on", Date),
    UniqueConstraint("person_id", "need"),
)

holds: Final = Table(
    "holds",
    metadata,
    id_column(),
    required("tenancy_id", BigId, ForeignKey("tenancies.id"), index=True),
    required("kind", Word(HoldKind)),
    required("starts_on", Date),
    Column("ends_on", Date),
    required("reason", Text),
    required("placed_by", String(80)),
    required("placed_at", Moment),
    Column("lifted_by", String(80)),
    Column("lifted_at", Moment),
)
