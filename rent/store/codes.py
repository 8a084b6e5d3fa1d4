"""One-time codes, each bound to whoever asked for it. Only hashes are kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, delete, insert, select, update

from rent.domain.identity import CODE_TRIES_MAX
from rent.domain.officer import OfficerId
from rent.domain.tenancy import PersonId, TenancyId
from rent.store.tables.identity import one_time_codes


@dataclass(frozen=True, slots=True)
class Code:
    """A code that can still be tried. ``request`` is the hash of what its browser holds."""

    id: int
    request: str
    person_id: PersonId | None
    tenancy_id: TenancyId | None
    code_hash: str


_CODE: Final = (
    one_time_codes.c.id,
    one_time_codes.c.request_id,
    one_time_codes.c.person_id,
    one_time_codes.c.tenancy_id,
    one_time_codes.c.code_hash,
)


def add(
    session: Connection,
    *,
    request: str,
    code_hash: str,
    person_id: PersonId | None,
    tenancy_id: TenancyId | None,
    created_at: datetime,
    expires_at: datetime,
    issued_by: OfficerId | None = None,
) -> None:
    """Keep a code."""
    row = {
        "request_id": request,
        "code_hash": code_hash,
        "person_id": person_id,
        "tenancy_id": tenancy_id,
        "issued_by": issued_by,
        "created_at": created_at,
        "expires_at": expires_at,
        "tries": 0,
    }
    session.execute(insert(one_time_codes).values(**row))


def try_of_request(session: Connection, request: str, *, now: datetime) -> Code | None:
    """Spend a try of the code a browser asked for; return it while it has tries left and time."""
    return _spend_a_try(session, one_time_codes.c.request_id == request, now)


def try_of_officer(session: Connection, person_id: PersonId, tenancy_id: TenancyId, *, now: datetime) -> Code | None:
    """Spend a try of the latest code an officer gave a person; return it while it has tries left and time."""
    latest = (
        select(one_time_codes.c.id)
        .where(one_time_codes.c.person_id == person_id, one_time_codes.c.tenancy_id == tenancy_id)
        .where(one_time_codes.c.issued_by.is_not(None))
        .order_by(one_time_codes.c.id.desc())
        .limit(1)
    )
    return _spend_a_try(session, one_time_codes.c.id == latest.scalar_subquery(), now)


def use(session: Connection, code_id: int, *, now: datetime) -> bool:
    """Use a code up; return whether nobody had."""
    spent = update(one_time_codes).where(one_time_codes.c.id == code_id, one_time_codes.c.used_at.is_(None)).values(used_at=now)
    return session.execute(spent).rowcount == 1


def forget_before(session: Connection, moment: datetime) -> int:
    """Delete the codes that expired before a moment; return how many."""
    return session.execute(delete(one_time_codes).where(one_time_codes.c.expires_at < moment)).rowcount


def _spend_a_try(session: Connection, which: object, now: datetime) -> Code | None:
    spent = (
        update(one_time_codes)
        .where(which)  # type: ignore[arg-type]
        .where(one_time_codes.c.used_at.is_(None), one_time_codes.c.expires_at > now, one_time_codes.c.tries < CODE_TRIES_MAX)
        .values(tries=one_time_codes.c.tries + 1)
        .returning(*_CODE)
    )
    row = session.execute(spent).one_or_none()
    return None if row is None else Code(*row)
