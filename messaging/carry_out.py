"""Do what a turn asks for, each through its use case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import singledispatch
from typing import Final

from messaging.dialogue.say import (
    Command,
    HandToOfficer,
    MakeLink,
    MarkWrongNumber,
    PlaceHold,
    RecordLock,
    RecordOptIn,
    RecordOptOut,
    RecordProof,
)
from rent import store
from rent.settings import settings
from rent.store import conversations, timeline
from rent.store.access import NoSuchRecord
from rent.store.conversations import Thread
from rent.usecases.messages.hand_to_officer import hand_to_officer
from rent.usecases.messages.mark_wrong_number import mark_wrong_number
from rent.usecases.messages.note import note
from rent.usecases.messages.opt_in import opt_in
from rent.usecases.messages.opt_out import opt_out
from rent.usecases.messages.pause_collection import pause_collection
from rent.usecases.messages.prove_identity import prove_identity
from rent.usecases.payments.make_link import UnableToMakeLink, make_payment_link

ASSISTANT: Final = "assistant"
TENANT: Final = "tenant"


@dataclass(frozen=True, slots=True)
class Scene:
    """Where and when a command is carried out."""

    session: store.Session
    thread: Thread
    language: str
    now: datetime
    today: date


class NoLink(Exception):
    """The link a turn asked for cannot be made."""


@singledispatch
def carry_out(command: Command, scene: Scene) -> str | None:
    """
    Do one thing; return the address of a link, where it was to make one.

    :raises NoLink: if the link cannot be made
    """
    del scene
    raise TypeError(f"nobody carries out {command}")


@carry_out.register
def _(_command: RecordOptOut, scene: Scene) -> None:
    thread = scene.thread
    opt_out(scene.session, channel=thread.channel, address=thread.address, actor=TENANT, now=scene.now, today=scene.today)


@carry_out.register
def _(_command: RecordOptIn, scene: Scene) -> None:
    thread = scene.thread
    opt_in(scene.session, channel=thread.channel, address=thread.address, actor=TENANT, now=scene.now, today=scene.today)


@carry_out.register
def _(command: MarkWrongNumber, scene: Scene) -> None:
    thread, who = scene.thread, command.who.value
    mark_wrong_number(
        scene.session, channel=thread.channel, address=thread.address, who=who, actor=TENANT, now=scene.now, today=scene.today
    )


@carry_out.register
def _(command: HandToOfficer, scene: Scene) -> None:
    latest = conversations.get(scene.session, scene.thread.id)
    hand_to_officer(scene.session, thread=latest, why=command.why, actor=ASSISTANT, now=scene.now, today=scene.today)


@carry_out.register
def _(command: PlaceHold, scene: Scene) -> None:
    pause_collection(
        scene.session,
        tenancy_id=command.tenancy_id,
        kind=command.kind,
        reason=command.reason.value,
        actor=ASSISTANT,
        now=scene.now,
        today=scene.today,
    )


@carry_out.register
def _(command: RecordProof, scene: Scene) -> None:
    prove_identity(
        scene.session,
        thread=scene.thread,
        person_id=command.person_id,
        tenancy_id=command.tenancy_id,
        actor=TENANT,
        now=scene.now,
        today=scene.today,
    )


@carry_out.register
def _(_command: RecordLock, scene: Scene) -> None:
    thread = scene.thread
    happened = timeline.Happened.IDENTITY_LOCKED
    note(
        scene.session, channel=thread.channel, address=thread.address, happened=happened, actor=ASSISTANT, now=scene.now, today=scene.today
    )


@carry_out.register
def _(command: MakeLink, scene: Scene) -> str:
    try:
        token = make_payment_link(
            scene.session,
            account_id=command.account_id,
            amount=command.amount,
            person_id=command.person_id,
            language=scene.language,
            actor=ASSISTANT,
            now=scene.now,
            today=scene.today,
        )
    except (UnableToMakeLink, NoSuchRecord) as why:
        raise NoLink from why
    return f"{settings().portal_origin.rstrip('/')}/p/{token}"
