"""Load benefit awards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rent import store
from rent.domain.extract import BenefitLine
from rent.store import bulk
from rent.store.tables.accounts import benefit_claims
from rent.store.tables.homes import tenancies
from rent.usecases.imports.loaded import Loaded, take_theirs


def load_benefits(session: store.Session, *, lines: Sequence[BenefitLine], write: bool) -> Loaded:
    """Bring benefit awards up to date."""
    held = bulk.ids_of(session, tenancies, (line.tenancy for line in lines))
    rows = [
        {
            "tenancy_id": held.get(line.tenancy),
            "kind": line.kind,
            "amount_pence": line.amount,
            "anchor": date.fromisoformat(line.anchor),
            "paid_up_to": date.fromisoformat(line.paid_up_to),
            "ends_on": date.fromisoformat(line.ends_on) if line.ends_on else None,
        }
        for line in lines
    ]
    loaded = Loaded()
    told = bulk.merge(session, benefit_claims, rows, key=("tenancy_id", "kind", "anchor"), settle=take_theirs, write=write)
    loaded.note((line.line for line in lines), told)
    return loaded
