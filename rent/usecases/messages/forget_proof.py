"""Forget that somebody was proved to be at a number."""

from __future__ import annotations

from datetime import datetime

from rent import store
from rent.domain.message import PROOF
from rent.domain.tenancy import Channel
from rent.store import conversations


def forget_proof(session: store.Session, *, channel: Channel, address: str, now: datetime) -> None:
    """Make whoever writes next from a number prove themselves again, since it may have a new owner."""
    thread = conversations.open_for(session, channel, address, now=now)
    if PROOF in thread.state:
        kept = {name: value for name, value in thread.state.items() if name != PROOF}
        conversations.remember(session, thread.id, kept, now=now)
