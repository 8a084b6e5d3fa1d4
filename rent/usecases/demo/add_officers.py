"""Let the demo's officers in: one for each role."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from typing import Final

from rent import store
from rent.domain.officer import Role
from rent.domain.tenancy import PatchId
from rent.store import officers
from rent.usecases.officers.check_password import hash_password

NAMES: Final[Mapping[Role, str]] = {
    Role.OFFICER: "Priya Coombes",
    Role.SENIOR: "Gareth Nuttall",
    Role.TEAM_LEADER: "Yvonne Mountford",
    Role.ADMIN: "Ethan Jessop",
    Role.AUDITOR: "Ruth Wetherall",
}


def email_of(role: Role) -> str:
    """Return the address a demo officer signs in with."""
    return f"{role.value.lower().replace('_', '-')}@example.org"


def password_from(totp_secret: str) -> str:
    """Return the password of a demo officer, which is kept nowhere: it follows from their own secret."""
    digest = hashlib.sha256(f"evenkeel demo {totp_secret}".encode()).hexdigest()
    return "-".join((digest[:5], digest[5:10], digest[10:15], digest[15:20]))


def add_officers(session: store.Session, *, seed: int, patches: Sequence[int]) -> None:
    """Add one officer of each role; the officer has the first patch and the senior one the second."""
    held = {Role.OFFICER: patches[:1], Role.SENIOR: patches[1:2]}
    for role, name in NAMES.items():
        email = email_of(role)
        secret = base64.b32encode(hashlib.sha256(f"{seed} {email}".encode()).digest()[:20]).decode()
        added = officers.add(
            session, email=email, name=name, role=role, password_hash=hash_password(password_from(secret)), totp_secret=secret
        )
        if added is not None:
            officers.set_patches(session, added, [PatchId(patch) for patch in held.get(role, ())])
