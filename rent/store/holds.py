"""Holds: reasons not to collect, placed by anyone, lifted by a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import Connection, insert, select

from rent.domain.hold import Hold
from rent.domain.tenancy import TenancyId
from rent.store.tables.people import holds


def place(session: Connection, hold: Hold, *, reason: str, placed_by: str, now: datetime) -> bool:
    """Place a hold unless one of its kind is open already; return whether it is new."""
    open_one = select(holds.c.id).where(holds.c.tenancy_id == hold.tenancy_id, holds.c.kind == hold.kind, holds.c.lifted_at.is_(None))
    if hold.ends_on is None and session.execute(open_one.where(holds.c.ends_on.is_(None)).limit(1)).first():
        return False
    session.execute(
        insert(holds).values(
            tenancy_id=hold.tenancy_id,
            kind=hold.kind,
            starts_on=hold.starts_on,
            ends_on=hold.ends_on,
            reason=reason,
            placed_by=placed_by,
            placed_at=now,
        )
    )
    return True


def not_lifted(session: Connection, tenancies: Collection[TenancyId]) -> Mapping[TenancyId, tuple[Hold, ...]]:
    """Return the holds of each tenancy nobody has lifted; whether one covers a day is for the hold to say."""
    found = select(holds.c.tenancy_id, holds.c.kind, holds.c.starts_on, holds.c.ends_on)
    found = found.where(holds.c.tenancy_id.in_(list(tenancies)), holds.c.lifted_at.is_(None)).order_by(holds.c.id)
    by_tenancy: defaultdict[TenancyId, list[Hold]] = defaultdict(list)
    for row in session.execute(found):
        by_tenancy[row.tenancy_id].append(Hold(*tuple(row)))
    return {tenancy: tuple(its) for tenancy, its in by_tenancy.items()}
