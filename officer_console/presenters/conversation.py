"""What was said between us and the people of a tenancy, and how far each message came."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from officer_console.presenters.names import CHANNELS, WHY_A_PERSON
from rent.domain.message import Author, Delivery, Why
from rent.domain.officer import OfficerId
from rent.store.conversations import Thread
from rent.store.correspondence import Said
from rent.usecases.cases.read import Case
from rent.words import _, moment
from web.localised import to_say

_DELIVERY: Final[Mapping[Delivery, str]] = {
    Delivery.WANTED: to_say("Waiting to be sent"),
    Delivery.CLAIMED: to_say("Being sent"),
    Delivery.UNKNOWN: to_say("Sent, we think. Checking"),
    Delivery.DROPPED: to_say("Not sent"),
    Delivery.SENT: to_say("Sent"),
    Delivery.DELIVERED: to_say("Delivered"),
    Delivery.UNDELIVERED: to_say("Not delivered"),
    Delivery.FAILED: to_say("Failed"),
}


@dataclass(frozen=True, slots=True)
class MessageView:
    """One message, as ``web.components.messages`` shows it."""

    from_us: bool
    sender: str
    text: str
    language: str
    at: str


@dataclass(frozen=True, slots=True)
class ThreadView:
    """One conversation: who speaks in it now, and what the officer can do about that."""

    id: str
    who: str
    standing: str
    is_waiting: bool
    may_take: bool
    may_hand_back: bool


def messages(case: Case, locale: str) -> list[MessageView]:
    """Show what was said, oldest first."""
    names = {member.person_id: member.full_name for member in case.household}
    return [
        MessageView(
            from_us=said.author is not Author.TENANT,
            sender=_sender(said, case, names.get(said.person_id, "") if said.person_id else "", locale),
            text=said.body,
            language=said.language or locale,
            at=_at(said, locale),
        )
        for said in case.messages
    ]


def threads(case: Case, officer: OfficerId, locale: str) -> list[ThreadView]:
    """Show each conversation of the tenancy."""
    return [_thread(thread, case, officer, locale) for thread in case.threads]


def _sender(said: Said, case: Case, person: str, locale: str) -> str:
    match said.author:
        case Author.TENANT:
            return person or _("Tenant", locale)
        case Author.OFFICER:
            return case.officers.get(said.officer_id, _("Officer", locale)) if said.officer_id else _("Officer", locale)
        case Author.ASSISTANT:
            return _("Assistant to {person}", locale, person=person) if person else _("Assistant", locale)
        case Author.SYSTEM:
            return _("Automatic to {person}", locale, person=person) if person else _("Automatic", locale)


def _at(said: Said, locale: str) -> str:
    at = moment(said.at, locale)
    if said.delivery is None:
        return at
    how_far = _(_DELIVERY[said.delivery], locale)
    if said.why_not:
        how_far = f"{how_far} ({said.why_not.replace('_', ' ').lower()})"
    return f"{at}. {how_far}"


def _thread(thread: Thread, case: Case, officer: OfficerId, locale: str) -> ThreadView:
    names = {member.person_id: member.full_name for member in case.household}
    person = names.get(thread.person_id, "") if thread.person_id else ""
    channel = _(CHANNELS[thread.channel], locale)
    return ThreadView(
        id=str(thread.id),
        who=f"{person}, {channel} {thread.address}".removeprefix(", "),
        standing=_standing(thread, case, officer, locale),
        is_waiting=thread.needs_a_person,
        may_take=thread.held_by is None,
        may_hand_back=thread.held_by is not None or thread.needs_a_person,
    )


def _standing(thread: Thread, case: Case, officer: OfficerId, locale: str) -> str:
    if thread.held_by == officer:
        return _("You have taken this conversation over. The assistant is silent.", locale)
    if thread.held_by is not None:
        holder = case.officers.get(thread.held_by, _("another officer", locale))
        return _("{officer} has taken this conversation over.", locale, officer=holder)
    if thread.needs_a_person:
        return _("Waiting for a person: {why}.", locale, why=why(thread.why_a_person, locale))
    return _("The assistant answers.", locale)


def why(said: str | None, locale: str) -> str:
    """Return why a person must look, in words."""
    return _(WHY_A_PERSON[Why(said)], locale) if said in Why.__members__ else _("Somebody must look", locale)
