"""What becomes of a message our code cannot handle: a person reads it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from messaging.dialogue import memory
from messaging.dialogue.say import Say, Template
from messaging.facts import language_of
from messaging.speak import speak
from rent import store
from rent.domain.message import Why
from rent.store import conversations, homes, inbound
from rent.store.inbound import Arrived
from rent.usecases.messages.hand_to_officer import hand_to_officer

TRIES_MAX: Final = 5
FIRST_PAUSE: Final = timedelta(seconds=5)


def note_trouble(session: store.Session, arrived: Arrived, trouble: Exception, *, now: datetime, today: date) -> None:
    """
    Keep what went wrong with a message and try it again later, each time later; at the limit hand it to an officer.

    Only the kind of trouble is kept, since its words may hold the tenant's.
    """
    pause = FIRST_PAUSE * 3**arrived.attempts
    inbound.mark_trouble(session, arrived.id, type(trouble).__name__, now=now, pause=pause)
    if arrived.attempts + 1 < TRIES_MAX:
        return
    thread = conversations.open_for(session, arrived.channel, arrived.from_address, now=now)
    hand_to_officer(session, thread=thread, why=Why.COULD_NOT_HANDLE, actor="system", now=now, today=today)
    if thread.held_by is None:
        _apologise(session, arrived, now=now, today=today)
    inbound.mark_handled(session, [arrived.id], thread=thread, understood={"intent": "COULD_NOT_HANDLE"}, now=now)


def _apologise(session: store.Session, arrived: Arrived, *, now: datetime, today: date) -> None:
    thread = conversations.open_for(session, arrived.channel, arrived.from_address, now=now)
    language = memory.recalled(thread.state, language=language_of(session, thread, today=today)).language
    sorry = Say(Template.TROUBLE, {"phone": homes.the_landlord(session).phone})
    speak(session, thread, [sorry], command_id=f"trouble:{arrived.external_id}", language=language, link=None, now=now)
