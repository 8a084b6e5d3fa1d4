"""Who is signed in. A cookie's secret is kept only as its hash; what travels inside the house is the row key."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Final

from sqlalchemy import Connection, delete, insert, select, update

from rent.domain.identity import SessionKind, SessionTimes
from rent.domain.officer import OfficerId
from rent.domain.tenancy import PersonId, TenancyId
from rent.store.tables.identity import sessions

TOKEN_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class LiveSession:
    """A session that is alive now: a tenant's has person and tenancy, an officer's has officer."""

    row_key: str
    times: SessionTimes
    person_id: PersonId | None
    tenancy_id: TenancyId | None
    officer_id: OfficerId | None


def start(
    session: Connection,
    kind: SessionKind,
    *,
    now: datetime,
    proved_at: datetime | None = None,
    person_id: PersonId | None = None,
    tenancy_id: TenancyId | None = None,
    officer_id: OfficerId | None = None,
) -> str:
    """Begin a session; return the secret for its cookie. ``proved_at`` is earlier when it carries on from another."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    row = {
        "token_hash": _hash(token),
        "row_key": secrets.token_hex(TOKEN_BYTES),
        "kind": kind,
        "person_id": person_id,
        "tenancy_id": tenancy_id,
        "officer_id": officer_id,
        "created_at": proved_at or now,
        "last_seen_at": now,
    }
    session.execute(insert(sessions).values(**row))
    return token


def row_key_of(session: Connection, cookie_token: str) -> str | None:
    """Return the row key of the session a cookie's secret opens, ended or not."""
    return session.execute(select(sessions.c.row_key).where(sessions.c.token_hash == _hash(cookie_token))).scalar_one_or_none()


def live(session: Connection, row_key: str, now: datetime) -> LiveSession | None:
    """Return a session, unless it has ended or was left too long."""
    row = session.execute(select(sessions).where(sessions.c.row_key == row_key)).mappings().one_or_none()
    if row is None:
        return None
    times = SessionTimes(row["kind"], row["created_at"], row["last_seen_at"], row["ended_at"])
    return LiveSession(row_key, times, row["person_id"], row["tenancy_id"], row["officer_id"]) if times.is_live(now) else None


def touch(session: Connection, row_key: str, now: datetime) -> None:
    """Note that a session was used."""
    session.execute(update(sessions).where(sessions.c.row_key == row_key, sessions.c.ended_at.is_(None)).values(last_seen_at=now))


def end(session: Connection, row_key: str, now: datetime) -> bool:
    """End a session at once; return whether it had not ended yet."""
    ended = update(sessions).where(sessions.c.row_key == row_key, sessions.c.ended_at.is_(None)).values(ended_at=now)
    return session.execute(ended).rowcount == 1


def end_all_of_person(session: Connection, person_id: PersonId, now: datetime) -> int:
    """End every session of a person; return how many."""
    ended = update(sessions).where(sessions.c.person_id == person_id, sessions.c.ended_at.is_(None)).values(ended_at=now)
    return session.execute(ended).rowcount


def end_all_of_officer(session: Connection, officer_id: OfficerId, now: datetime) -> int:
    """End every session of an officer; return how many."""
    ended = update(sessions).where(sessions.c.officer_id == officer_id, sessions.c.ended_at.is_(None)).values(ended_at=now)
    return session.execute(ended).rowcount


def forget_before(session: Connection, moment: datetime) -> int:
    """Delete the sessions that began before a moment; return how many."""
    return session.execute(delete(sessions).where(sessions.c.created_at < moment)).rowcount


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
