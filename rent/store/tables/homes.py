"""The landlord, its patches, homes and tenancies."""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, String, Table

from rent.domain.periods import ChargeCycle
from rent.domain.tenancy import Regime, Region
from rent.store.tables.base import BigId, Json, Word, id_column, metadata, required

landlord: Final = Table(
    "landlord",
    metadata,
    id_column(),
    required("name", String(120)),
    required("region", Word(Region)),
    required("phone", String(32)),
    required("is_demo", BigId),
    CheckConstraint("id = 1", name="only_one"),
)

patches: Final = Table(
    "patches",
    metadata,
    id_column(),
    required("code", String(32), unique=True),
    required("name", String(120)),
)

properties: Final = Table(
    "properties",
    metadata,
    id_column(),
    required("reference", String(40), unique=True),
    required("address", String(240)),
    required("postcode", String(10), index=True),
    required("patch_id", BigId, ForeignKey("patches.id"), index=True),
    required("region", Word(Region)),
)

tenancies: Final = Table(
    "tenancies",
    metadata,
    id_column(),
    required("reference", String(40), unique=True),
    # What stands in URLs, since a rent reference is personal data.
    required("public_id", String(24), unique=True),
    required("property_id", BigId, ForeignKey("properties.id"), index=True),
    required("regime", Word(Regime)),
    required("charge_cycle", Word(ChargeCycle)),
    # ISO Mondays on which no rent is charged.
    required("rent_free_weeks", Json),
    required("starts_on", Date),
    Column("ends_on", Date),
)
