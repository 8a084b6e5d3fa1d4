"""What officers are called, whether or not they still work here."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select

from rent.domain.officer import OfficerId
from rent.domain.tenancy import PatchId
from rent.store.tables.homes import patches
from rent.store.tables.identity import officers


def names_of(session: Connection, wanted: Collection[OfficerId]) -> dict[OfficerId, str]:
    """Return the names of some officers."""
    found = select(officers.c.id, officers.c.name).where(officers.c.id.in_(list(wanted)))
    return {OfficerId(officer): name for officer, name in session.execute(found)}


def patch_name(session: Connection, patch_id: PatchId) -> str:
    """Return what a patch is called."""
    return str(session.execute(select(patches.c.name).where(patches.c.id == patch_id)).scalar_one())
