"""Say which patches an officer looks after."""

from __future__ import annotations

from collections.abc import Collection

from rent import store
from rent.domain.officer import Action, Officer, OfficerId, may
from rent.store import officers
from rent.store.access import NoSuchRecord


class UnableToAssign(Exception):
    """There is no such patch."""


def assign_patches(session: store.Session, *, by: Officer, officer_id: OfficerId, patches: Collection[str]) -> None:
    """
    Give an officer these patches, by their codes, and no others. It counts from their next click.

    :raises NoSuchRecord: if the one who asks may not, or there is no such officer at work
    :raises UnableToAssign: if a patch is unknown
    """
    if not may(by.role, Action.MANAGE_OFFICERS) or officers.get(session, officer_id) is None:
        raise NoSuchRecord
    named = officers.patches_named(session, patches)
    if missing := sorted(set(patches) - set(named)):
        raise UnableToAssign(f"there is no patch {', '.join(missing)}")
    officers.set_patches(session, officer_id, named.values())
