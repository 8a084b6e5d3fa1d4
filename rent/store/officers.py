"""Officers, their patches, and what they sign in with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from rent.domain.officer import Officer, OfficerId, Role
from rent.domain.tenancy import PatchId
from rent.store.dialect import insert_if_new
from rent.store.tables.homes import patches
from rent.store.tables.identity import officer_patches, officers


@dataclass(frozen=True, slots=True)
class Credentials:
    """What an officer signs in with. ``totp_used_step`` is the last time step whose code was used."""

    officer_id: OfficerId
    password_hash: str = field(repr=False)
    totp_secret: str = field(repr=False)
    totp_used_step: int


def get(session: Connection, officer_id: OfficerId) -> Officer | None:
    """Return an officer who may work here now."""
    wanted = select(officers.c.name, officers.c.role).where(officers.c.id == officer_id, officers.c.disabled_at.is_(None))
    row = session.execute(wanted).one_or_none()
    if row is None:
        return None
    held = session.execute(select(officer_patches.c.patch_id).where(officer_patches.c.officer_id == officer_id)).scalars()
    return Officer(officer_id, row.name, row.role, frozenset(PatchId(patch) for patch in held))


def id_of(session: Connection, email: str) -> OfficerId | None:
    """Return the officer an email address belongs to, if they may work here now."""
    wanted = select(officers.c.id).where(officers.c.email == email, officers.c.disabled_at.is_(None))
    found = session.execute(wanted).scalar_one_or_none()
    return None if found is None else OfficerId(found)


def credentials_of(session: Connection, email: str) -> Credentials | None:
    """Return what an officer who may work here now signs in with."""
    columns = (officers.c.id, officers.c.password_hash, officers.c.totp_secret, officers.c.totp_used_step)
    row = session.execute(select(*columns).where(officers.c.email == email, officers.c.disabled_at.is_(None))).one_or_none()
    return None if row is None else Credentials(*row)


def add(session: Connection, *, email: str, name: str, role: Role, password_hash: str, totp_secret: str) -> OfficerId | None:
    """Keep a new officer; return their id, or None if the email address is taken."""
    row = {
        "email": email,
        "name": name,
        "role": role,
        "password_hash": password_hash,
        "totp_secret": totp_secret,
        "totp_used_step": 0,
    }
    new = insert_if_new(session, officers, row, unique=("email",))
    return None if new is None else OfficerId(new)


def set_password_hash(session: Connection, officer_id: OfficerId, password_hash: str) -> None:
    """Keep a password's new hash."""
    session.execute(update(officers).where(officers.c.id == officer_id).values(password_hash=password_hash))


def use_totp_step(session: Connection, officer_id: OfficerId, step: int) -> bool:
    """Use up the code of a time step and of all before it; return whether it was unused."""
    unused = (officers.c.id == officer_id, officers.c.totp_used_step < step, officers.c.disabled_at.is_(None))
    return session.execute(update(officers).where(*unused).values(totp_used_step=step)).rowcount == 1


def disable(session: Connection, officer_id: OfficerId, *, at: datetime) -> bool:
    """Let an officer in no more; return whether they could come in until now."""
    working = (officers.c.id == officer_id, officers.c.disabled_at.is_(None))
    return session.execute(update(officers).where(*working).values(disabled_at=at)).rowcount == 1


def patches_named(session: Connection, codes: Iterable[str]) -> dict[str, PatchId]:
    """Return the patches with these codes; a code nobody uses is left out."""
    found = session.execute(select(patches.c.code, patches.c.id).where(patches.c.code.in_(list(codes))))
    return {code: PatchId(patch) for code, patch in found}


def set_patches(session: Connection, officer_id: OfficerId, held: Iterable[PatchId]) -> None:
    """Give an officer these patches and no others."""
    session.execute(delete(officer_patches).where(officer_patches.c.officer_id == officer_id))
    rows = [{"officer_id": officer_id, "patch_id": patch} for patch in sorted(set(held))]
    if rows:
        session.execute(insert(officer_patches), rows)
