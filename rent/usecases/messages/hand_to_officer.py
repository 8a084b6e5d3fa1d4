"""Ask a person to take a conversation over."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from rent import store
from rent.domain.message import Why
from rent.store import conversations, timeline
from rent.store.conversations import Thread
from rent.usecases.messages.note import note

_WEIGHS: Final = {why: weight for weight, why in enumerate(reversed(Why))}


def hand_to_officer(session: store.Session, *, thread: Thread, why: Why, actor: str, now: datetime, today: date) -> None:
    """Put a conversation on the officers' list with its weightiest reason; a life at risk is never written over."""
    known = Why(thread.why_a_person) if thread.needs_a_person and thread.why_a_person else None
    weightiest = why if known is None else max(known, why, key=_WEIGHS.__getitem__)
    conversations.ask_for_a_person(session, thread.id, weightiest.value)
    happened = timeline.Happened.HANDED_TO_OFFICER
    note(session, channel=thread.channel, address=thread.address, happened=happened, actor=actor, now=now, today=today, why=why.value)
