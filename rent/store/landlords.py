"""Whose homes a database holds: nobody's yet, a landlord's, or a demo's."""

from __future__ import annotations

from sqlalchemy import Connection, exists, insert, select

from rent.domain.tenancy import Region
from rent.store.homes import Landlord, NoLandlord, the_landlord
from rent.store.tables.homes import landlord, tenancies


def find(session: Connection) -> Landlord | None:
    """Return the landlord, if anybody's data has been loaded."""
    try:
        return the_landlord(session)
    except NoLandlord:
        return None


def has_tenancies(session: Connection) -> bool:
    """Return whether there is any tenancy."""
    return bool(session.execute(select(exists(select(tenancies.c.id)))).scalar_one())


def record(session: Connection, *, name: str, region: Region, phone: str, is_demo: bool) -> None:
    """Say whose homes these are."""
    session.execute(insert(landlord).values(id=1, name=name, region=region, phone=phone, is_demo=int(is_demo)))
