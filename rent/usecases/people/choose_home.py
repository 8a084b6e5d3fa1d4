"""Turn to another home of one's own."""

from __future__ import annotations

from datetime import date, datetime

from rent import store
from rent.domain.identity import SessionKind
from rent.store import sessions, tenants
from rent.store.access import NoSuchRecord
from rent.usecases.people.find_session import TenantSession


def choose_home(session: store.Session, *, signed_in: TenantSession, public_id: str, now: datetime, today: date) -> str:
    """
    End the session and begin another for a home the person holds; return the secret for its cookie.

    It is a new session because pages already open must forget the other home; it has no longer to live.

    :raises NoSuchRecord: if they hold no such home
    """
    homes = tenants.homes_of(session, signed_in.person_id, today=today)
    chosen = next((home for home in homes if home.public_id == public_id), None)
    if chosen is None or not sessions.end(session, signed_in.row_key, now):
        raise NoSuchRecord
    return sessions.start(
        session,
        SessionKind.TENANT,
        now=now,
        proved_at=signed_in.proved_at,
        person_id=signed_in.person_id,
        tenancy_id=chosen.tenancy_id,
    )
