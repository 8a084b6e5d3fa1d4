"""Sign somebody out."""

from __future__ import annotations

from datetime import datetime

from rent import store
from rent.store import sessions


def end_session(session: store.Session, *, cookie_token: str, now: datetime) -> None:
    """End the session a cookie opens, a tenant's or an officer's, at once; a cookie that opens none is no error."""
    row_key = sessions.row_key_of(session, cookie_token)
    if row_key is not None:
        sessions.end(session, row_key, now)
