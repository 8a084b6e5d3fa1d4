"""What a turn asks for: words to say, by their template, and things to do. It has no effects of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from messaging.dialogue.conversation import Conversation
from messaging.dialogue.understood import Who
from rent.domain.account import AccountId
from rent.domain.hold import HoldKind
from rent.domain.message import MessageClass, Why
from rent.domain.money import Money
from rent.domain.tenancy import PersonId, TenancyId


class Template(StrEnum):
    """Every message the assistant can say, by name; the words are in ``messaging.wording``."""

    CRISIS = "CRISIS"
    CRISIS_NEUTRAL = "CRISIS_NEUTRAL"
    WRONG_NUMBER = "WRONG_NUMBER"
    SORRY_FOR_YOUR_LOSS = "SORRY_FOR_YOUR_LOSS"
    OPTED_OUT = "OPTED_OUT"
    OPTED_IN = "OPTED_IN"
    UPSET_OFFER_STOP = "UPSET_OFFER_STOP"
    NEUTRAL_HANDED = "NEUTRAL_HANDED"
    HANDED_NOW = "HANDED_NOW"
    HANDED_LATER = "HANDED_LATER"
    HAZARD = "HAZARD"
    LEGAL = "LEGAL"
    HARDSHIP = "HARDSHIP"
    BREATHING_SPACE = "BREATHING_SPACE"
    NOT_UNDERSTOOD = "NOT_UNDERSTOOD"
    NO_PICTURES = "NO_PICTURES"
    NO_CARD_NUMBERS = "NO_CARD_NUMBERS"
    WHO_ARE_YOU = "WHO_ARE_YOU"
    BOTH_PLEASE = "BOTH_PLEASE"
    NO_MATCH = "NO_MATCH"
    LOCKED = "LOCKED"
    NUMBER_NOT_ON_FILE = "NUMBER_NOT_ON_FILE"
    NUMBER_TOO_NEW = "NUMBER_TOO_NEW"
    SIGN_IN_INSTEAD = "SIGN_IN_INSTEAD"
    BALANCE_OWED = "BALANCE_OWED"
    BALANCE_WITH_BENEFIT = "BALANCE_WITH_BENEFIT"
    BALANCE_CREDIT = "BALANCE_CREDIT"
    BALANCE_NOTHING = "BALANCE_NOTHING"
    RENT = "RENT"
    RENT_NONE = "RENT_NONE"
    STATEMENT = "STATEMENT"
    HOW_MUCH = "HOW_MUCH"
    PAY_THIS = "PAY_THIS"
    LINK = "LINK"
    NO_LINK = "NO_LINK"
    TOO_MUCH = "TOO_MUCH"
    TOO_LITTLE = "TOO_LITTLE"
    NOTHING_TO_PAY = "NOTHING_TO_PAY"
    NOTHING_PENDING = "NOTHING_PENDING"
    ALL_RIGHT = "ALL_RIGHT"
    THANKS = "THANKS"
    HELP = "HELP"
    LANGUAGE = "LANGUAGE"
    LANGUAGE_LATER = "LANGUAGE_LATER"
    TROUBLE = "TROUBLE"


Value = Money | date | str


@dataclass(frozen=True, slots=True)
class Say:
    """A message by its template. ``is_last_word`` marks the one confirmation that may follow an opt-out or wrong number."""

    template: Template
    values: Mapping[str, Value] = field(default_factory=dict)
    message_class: MessageClass = MessageClass.REPLY
    is_last_word: bool = False


@dataclass(frozen=True, slots=True)
class RecordOptOut:
    """Send nothing more to this number."""


@dataclass(frozen=True, slots=True)
class RecordOptIn:
    """Send to this number again."""


@dataclass(frozen=True, slots=True)
class MarkWrongNumber:
    """The number is somebody else's."""

    who: Who


@dataclass(frozen=True, slots=True)
class HandToOfficer:
    """A person must look at this conversation."""

    why: Why


@dataclass(frozen=True, slots=True)
class PlaceHold:
    """Stop collecting on a tenancy until a person lifts the hold."""

    tenancy_id: TenancyId
    kind: HoldKind
    reason: Why


@dataclass(frozen=True, slots=True)
class RecordProof:
    """Somebody proved to be this tenant."""

    person_id: PersonId
    tenancy_id: TenancyId


@dataclass(frozen=True, slots=True)
class RecordLock:
    """Three proofs were wrong."""


@dataclass(frozen=True, slots=True)
class MakeLink:
    """Make a link to pay a fixed amount; the words wait for it as ``link``."""

    account_id: AccountId
    person_id: PersonId
    amount: Money


Command = RecordOptOut | RecordOptIn | MarkWrongNumber | HandToOfficer | PlaceHold | RecordProof | RecordLock | MakeLink


@dataclass(frozen=True, slots=True)
class Turn:
    """Where the conversation stands now, what we say, and what is to be done."""

    conversation: Conversation
    say: tuple[Say, ...] = ()
    do: tuple[Command, ...] = ()

    def having_done(self, *before: Command) -> Turn:
        """Return the turn with commands put before its own."""
        return replace(self, do=(*before, *self.do))
