"""
Check an officer's password.

It takes a tenth of a second or more on purpose, so it is done outside any transaction: a
writer that waited for it would keep every other writer waiting too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from rent.store.officers import Credentials

_HASHER: Final = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)


@dataclass(frozen=True, slots=True)
class PasswordChecked:
    """What came of it. ``better_hash`` replaces one made with weaker parameters than today's."""

    is_right: bool
    better_hash: str | None = field(default=None, repr=False)


def check_password(credentials: Credentials | None, password: str) -> PasswordChecked:
    """Return whether a password is right; where there is nobody, take as long to say no."""
    kept = credentials.password_hash if credentials else _nobodys()
    try:
        _HASHER.verify(kept, password)
    except VerificationError:
        return PasswordChecked(is_right=False)
    if credentials is None:
        return PasswordChecked(is_right=False)
    return PasswordChecked(is_right=True, better_hash=hash_password(password) if _HASHER.check_needs_rehash(kept) else None)


def hash_password(password: str) -> str:
    """Return an Argon2id hash of a password."""
    return _HASHER.hash(password)


@lru_cache
def _nobodys() -> str:
    return hash_password("nobody has this password")
