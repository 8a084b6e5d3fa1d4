"""Take on an officer."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

import pyotp

from rent import store
from rent.domain.officer import OfficerId, Role
from rent.domain.password import weakness_of
from rent.store import officers
from rent.usecases.officers.check_password import hash_password


class UnableToCreateOfficer(Exception):
    """The officer was not taken on; the message says what to put right."""


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A new officer. ``totp_uri`` goes into their authenticator and is shown once."""

    officer_id: OfficerId
    totp_uri: str = field(repr=False)


def create_officer(
    session: store.Session, *, email: str, name: str, role: Role, password: str, patches: Collection[str], issuer: str
) -> Enrolled:
    """
    Keep a new officer, with these patches by their codes, and return what enrols their authenticator.

    Whoever calls has shown that they may: an administrator, or somebody at the server's own keyboard.

    :raises UnableToCreateOfficer: if the address is taken, a patch is unknown or the password is weak
    """
    # Forms trim what is typed, so a password cannot begin or end with a space.
    folded, password = email.strip().lower(), password.strip()
    if weakness := weakness_of(password, email=folded):
        raise UnableToCreateOfficer(f"choose another password: {weakness.value.lower().replace('_', ' ')}")
    named = officers.patches_named(session, patches)
    if missing := sorted(set(patches) - set(named)):
        raise UnableToCreateOfficer(f"there is no patch {', '.join(missing)}")
    secret = pyotp.random_base32()
    added = officers.add(session, email=folded, name=name.strip(), role=role, password_hash=hash_password(password), totp_secret=secret)
    if added is None:
        raise UnableToCreateOfficer(f"{folded} is taken")
    officers.set_patches(session, added, named.values())
    return Enrolled(added, pyotp.TOTP(secret).provisioning_uri(name=folded, issuer_name=issuer))
