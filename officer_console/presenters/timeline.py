"""What happened on a tenancy."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from rent.domain.money import Money
from rent.store.timeline import Happened, Line
from rent.usecases.cases.read import Case, officer_of
from rent.words import _, moment, money
from web.localised import to_say

_TITLES: Final[Mapping[Happened, str]] = {
    Happened.PAYMENT_STARTED: to_say("Payment started"),
    Happened.PAYMENT_RECEIVED: to_say("Payment received"),
    Happened.PAYMENT_FAILED: to_say("Payment failed"),
    Happened.PAYMENT_GIVEN_BACK: to_say("Payment given back"),
    Happened.PAYMENT_NEEDS_A_PERSON: to_say("Payment needs a person"),
    Happened.PAYMENT_LINK_MADE: to_say("Payment link made"),
    Happened.SIGNED_IN: to_say("Signed in"),
    Happened.SIGN_IN_CODE_ISSUED: to_say("Sign-in code given after a call back"),
    Happened.CONTACT_CHANGED: to_say("Contact changed"),
    Happened.PREFERENCES_CHANGED: to_say("Preferences changed"),
    Happened.OPTED_OUT: to_say("Opted out of messages"),
    Happened.OPTED_IN: to_say("Opted in to messages"),
    Happened.WRONG_NUMBER: to_say("Number not used any more"),
    Happened.IDENTITY_PROVED: to_say("Proved who they are"),
    Happened.IDENTITY_LOCKED: to_say("Could not prove who they are"),
    Happened.HANDED_TO_OFFICER: to_say("Handed to an officer"),
    Happened.OFFICER_TOOK_OVER: to_say("Officer took the conversation over"),
    Happened.OFFICER_HANDED_BACK: to_say("Officer handed the conversation back"),
    Happened.MESSAGE_SENT: to_say("Message sent"),
    Happened.MESSAGE_DROPPED: to_say("Message not sent"),
    Happened.HOLD_PLACED: to_say("Hold placed"),
    Happened.HOLD_LIFTED: to_say("Hold lifted"),
    Happened.POSTING_REVERSED: to_say("Posting reversed"),
}
_ACTORS: Final = {
    "tenant": to_say("Tenant"),
    "assistant": to_say("Assistant"),
    "system": to_say("Automatic"),
    "provider": to_say("Text provider"),
    "card provider": to_say("Card provider"),
}
_AMOUNTS: Final = ("amount_pence", "pence")


@dataclass(frozen=True, slots=True)
class EventView:
    """One thing that happened, as ``web.components.timeline`` shows it."""

    title: str
    byline: str
    at: str
    detail: str


def events(case: Case, locale: str) -> list[EventView]:
    """Show what happened, newest first."""
    return [_event(line, case, locale) for line in case.timeline]


def _event(line: Line, case: Case, locale: str) -> EventView:
    by = _("by {actor}", locale, actor=_actor(line, case, locale))
    return EventView(_title(line, locale), by, moment(line.at, locale), _detail(line, case, locale))


def _title(line: Line, locale: str) -> str:
    return _(_TITLES[line.happened], locale) if line.happened in _TITLES else line.happened.replace("_", " ").capitalize()


def _actor(line: Line, case: Case, locale: str) -> str:
    officer = officer_of(line.actor)
    if officer is not None:
        return case.officers.get(officer, _("an officer", locale))
    return _(_ACTORS[line.actor], locale) if line.actor in _ACTORS else _("Automatic", locale)


def _detail(line: Line, case: Case, locale: str) -> str:
    names = {member.person_id: member.full_name for member in case.household}
    amounts = [money(Money(pence), locale) for name in _AMOUNTS if type(pence := line.detail.get(name)) is int]
    about = [names[line.person_id]] if line.person_id in names else []
    return ". ".join((*amounts, *about))
