"""Look up what an officer signs in with."""

from __future__ import annotations

from rent import store
from rent.store import officers


def find_credentials(session: store.Session, *, email: str) -> officers.Credentials | None:
    """Return what to check a password against, if there is an officer at work with that email address."""
    return officers.credentials_of(session, email.strip().lower())
