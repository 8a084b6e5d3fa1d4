"""What happened, who looked, what came from outside, and what could not be used."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from rent.store.tables.base import BigId, Json, Moment, id_column, metadata, required

timeline: Final = Table(
    "timeline",
    metadata,
    id_column(),
    required("tenancy_id", BigId, ForeignKey("tenancies.id")),
    # Set when the line concerns one tenant only, and is hidden from the others.
    Column("person_id", BigId, ForeignKey("persons.id")),
    required("on_date", Date),
    required("at", Moment),
    required("happened", String(60)),
    required("actor", String(80)),
    required("detail", Json),
    Index("ix_timeline_tenancy_id_at", "tenancy_id", "at", "id"),
)

record_views: Final = Table(
    "record_views",
    metadata,
    id_column(),
    required("officer_id", BigId, ForeignKey("officers.id")),
    required("tenancy_id", BigId, ForeignKey("tenancies.id")),
    required("action", String(32)),
    required("at", Moment),
    required("on_patch", Boolean),
    required("reason", String(300)),
    Index("ix_record_views_officer_id_at", "officer_id", "at"),
    Index("ix_record_views_tenancy_id_at", "tenancy_id", "at"),
)

external_events: Final = Table(
    "external_events",
    metadata,
    id_column(),
    required("source", String(32)),
    required("external_id", String(160)),
    required("kind", String(80)),
    required("payload", Json),
    required("received_at", Moment),
    Column("handled_at", Moment),
    required("attempts", Integer, default=0),
    # When it may next be tried; empty when somebody has to look at it first.
    Column("try_again_at", Moment),
    Column("trouble", Text),
    UniqueConstraint("source", "external_id"),
    Index("ix_external_events_waiting", "handled_at", "try_again_at"),
)

import_runs: Final = Table(
    "import_runs",
    metadata,
    id_column(),
    required("mapping", String(40)),
    required("started_at", Moment),
    Column("finished_at", Moment),
    required("counts", Json),
    Column("trouble", Text),
)

import_rejects: Final = Table(
    "import_rejects",
    metadata,
    id_column(),
    required("run_id", BigId, ForeignKey("import_runs.id"), index=True),
    required("file", String(120)),
    required("line", Integer),
    required("reason", String(300)),
    required("row", Json),
    Column("replayed_at", Moment),
)

work_done: Final = Table(
    "work_done",
    metadata,
    id_column(),
    # A job and the civil day it was for: the second run of a day does nothing.
    required("job", String(60)),
    required("for_day", Date),
    required("started_at", Moment),
    Column("finished_at", Moment),
    required("counts", Json),
    UniqueConstraint("job", "for_day"),
)
