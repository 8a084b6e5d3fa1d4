"""Load tenancies."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import date

from rent import store
from rent.domain.extract import TenancyLine
from rent.store import bulk
from rent.store.bulk import Row
from rent.store.tables.homes import properties, tenancies
from rent.usecases.imports.loaded import Loaded


def load_tenancies(session: store.Session, *, lines: Sequence[TenancyLine], write: bool) -> Loaded:
    """Bring tenancies up to date; a new one is given the name it has in our addresses."""
    homes = bulk.ids_of(session, properties, (line.property for line in lines))
    rows = [
        {
            "reference": line.reference,
            "public_id": secrets.token_urlsafe(15),
            "property_id": homes.get(line.property),
            "regime": line.regime,
            "charge_cycle": line.cycle,
            "rent_free_weeks": line.rent_free.split(),
            "starts_on": date.fromisoformat(line.starts_on),
            "ends_on": date.fromisoformat(line.ends_on) if line.ends_on else None,
        }
        for line in lines
    ]
    loaded = Loaded()
    loaded.note((line.line for line in lines), bulk.merge(session, tenancies, rows, key=("reference",), settle=_settle, write=write))
    return loaded


def _settle(_ours: Row, theirs: Row) -> Row:
    return {name: value for name, value in theirs.items() if name != "public_id"}
