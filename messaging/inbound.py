"""
Stored messages become a turn: understood, answered, its commands carried out, its words in the outbox.

All of a turn is one transaction. Killed anywhere, it begins again and nothing is said twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from messaging import fragments
from messaging.carry_out import NoLink, Scene, carry_out
from messaging.dialogue import memory
from messaging.dialogue.conversation import Facts
from messaging.dialogue.say import Say, Template, Turn
from messaging.dialogue.turn import take_turn
from messaging.dialogue.understood import Intent, Risk, Understood
from messaging.facts import gather, language_of
from messaging.speak import speak
from messaging.understanding.understand import understand
from rent import store
from rent.store import conversations, inbound
from rent.store.conversations import Thread
from rent.store.inbound import Arrived
from rent.usecases.messages.settle_owner import settle_owner

UNDERSTOOD_INTENT: Final = "intent"


class Handled(StrEnum):
    """What came of looking for a message."""

    NOTHING = "NOTHING"
    TAKEN = "TAKEN"
    WAITING = "WAITING"
    DONE = "DONE"
    URGENT = "URGENT"


@dataclass(frozen=True, slots=True)
class _Heard:
    pieces: Sequence[Arrived]
    text: str
    understood: Understood
    only_media: bool


def handle(session: store.Session, first: Arrived, *, now: datetime, today: date) -> Handled:
    """Take the turn that begins with a message, or leave it for the rest of its words."""
    thread = conversations.open_for(session, first.channel, first.from_address, now=now)
    waiting = inbound.waiting_from(session, first.channel, first.from_address, now=now)
    if not waiting:
        # Another worker was quicker with this sender.
        return Handled.TAKEN
    heard = _hear(session, thread, waiting, today=today)
    last = heard.pieces[-1]
    may_go_on = last == waiting[-1] and not heard.only_media
    if may_go_on and fragments.waits(last.body, heard.understood, received_at=last.received_at, now=now):
        inbound.wait_until(session, [piece.id for piece in waiting], last.received_at + fragments.TOGETHER)
        return Handled.WAITING
    _answer(session, settle_owner(session, thread=thread, today=today), heard, now=now, today=today)
    return Handled.URGENT if heard.understood.risk is Risk.LIFE else Handled.DONE


def _hear(session: store.Session, thread: Thread, waiting: Sequence[Arrived], *, today: date) -> _Heard:
    understood = [understand(piece.body, today=today) for piece in waiting]
    pieces = fragments.first_turn(waiting, understood, [piece.received_at for piece in waiting])
    text = "\n".join(piece.body for piece in pieces)
    whole = understand(text, today=today)
    if not fragments.stands_alone(whole):
        text, whole = _with_lost(session, thread, pieces[0], text, whole, today=today)
    only_media = all(piece.media_count and not piece.body.strip() for piece in pieces)
    return _Heard(pieces, text, whole, only_media)


def _with_lost(
    session: store.Session, thread: Thread, first: Arrived, text: str, whole: Understood, *, today: date
) -> tuple[str, Understood]:
    """Return the text read together with a piece just before it that made no sense alone, if that makes more sense."""
    before = inbound.just_handled(session, thread.id, since=first.received_at - fragments.TOGETHER)
    if before is None or before[1].get(UNDERSTOOD_INTENT) != Intent.UNKNOWN.value:
        return text, whole
    joined = f"{before[0].body}\n{text}"
    together = understand(joined, today=today)
    return (text, whole) if together.intent is Intent.UNKNOWN else (joined, together)


def _answer(session: store.Session, thread: Thread, heard: _Heard, *, now: datetime, today: date) -> None:
    conversation = memory.recalled(thread.state, language=language_of(session, thread, today=today))
    facts = gather(session, thread, only_media=heard.only_media, now=now, today=today)
    turn = take_turn(conversation, heard.understood, facts)
    conversations.remember(session, thread.id, memory.kept(turn.conversation), now=now)
    _do_and_say(turn, heard, facts, Scene(session, thread, turn.conversation.language, now, today))
    ids = [piece.id for piece in heard.pieces]
    # Whose thread it is may just have been proved.
    latest = conversations.get(session, thread.id)
    inbound.mark_handled(session, ids, thread=latest, understood=_noted(heard.understood), now=now)


def _do_and_say(turn: Turn, heard: _Heard, facts: Facts, scene: Scene) -> None:
    try:
        made = [carry_out(command, scene) for command in turn.do]
    except NoLink:
        turn, made = Turn(turn.conversation, say=(Say(Template.NO_LINK, {"phone": facts.phone}),)), []
    if turn.say:
        speak(
            scene.session,
            # Whose thread it is may just have been proved.
            conversations.get(scene.session, scene.thread.id),
            turn.say,
            command_id=f"in:{heard.pieces[-1].external_id}",
            language=scene.language,
            link=next((link for link in made if link), None),
            now=scene.now,
        )


def _noted(understood: Understood) -> dict[str, object]:
    return {
        UNDERSTOOD_INTENT: understood.intent.value,
        "because": list(understood.because),
        "confidence": understood.confidence,
        "risk": understood.risk.value,
        "why": understood.why.value if understood.why else None,
    }
