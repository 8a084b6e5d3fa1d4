"""What a conversation remembers from one turn to the next, and the facts each turn is given."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from rent.domain.account import AccountId
from rent.domain.hold import STATUTORY, HoldKind
from rent.domain.money import Money
from rent.domain.tenancy import Channel, PersonId, TenancyId

QUESTION_LASTS: Final = timedelta(minutes=1440)
PROOF_LASTS: Final = timedelta(days=182)
WRONG_PROOFS_MAX: Final = 3
LOST_TURNS_MAX: Final = 3
TURNS_MAX: Final = 20
TURNS_COUNTED_FOR: Final = timedelta(hours=1)


class Question(StrEnum):
    """What we asked and wait to hear."""

    WHO_ARE_YOU = "WHO_ARE_YOU"
    HOW_MUCH = "HOW_MUCH"
    PAY_THIS = "PAY_THIS"


class Topic(StrEnum):
    """What the conversation was about before we had to ask."""

    BALANCE = "BALANCE"
    STATEMENT = "STATEMENT"
    RENT = "RENT"
    PAY = "PAY"


@dataclass(frozen=True, slots=True)
class Pending:
    """A question that waits for its answer, and what was already said towards it."""

    question: Question
    asked_at: datetime
    topic: Topic | None = None
    amount: Money | None = None
    born_on: date | None = None
    postcode: str | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """Who was proved to be at the other end, of which tenancy, and until when we believe it."""

    person_id: PersonId
    tenancy_id: TenancyId
    until: date


@dataclass(frozen=True, slots=True)
class Conversation:
    """
    A conversation with one number.

    ``wrong_proofs`` counts failed proofs of identity, ``lost_turns`` the turns in a row we did not understand.
    ``paused`` after a crisis: the assistant is silent until an officer hands the thread back.
    """

    language: str
    proof: Proof | None = None
    wrong_proofs: int = 0
    lost_turns: int = 0
    pending: Pending | None = None
    paused: bool = False
    opted_out: bool = False

    @property
    def is_locked(self) -> bool:
        """Return whether too many proofs were wrong, so that only an officer can go on."""
        return self.wrong_proofs >= WRONG_PROOFS_MAX

    def asked(self, question: Question, now: datetime) -> Pending | None:
        """
        Return the pending question if it is this one and still waits.

        Source: assistant/intents.md 6.3
        """
        pending = self.pending
        if pending is None or pending.question is not question or now - pending.asked_at >= QUESTION_LASTS:
            return None
        return pending

    def settled(self) -> Conversation:
        """Return the conversation with nothing asked, and understood."""
        return replace(self, pending=None, lost_turns=0)


@dataclass(frozen=True, slots=True)
class Account:
    """What a tenancy owes on its current rent account, as at today; a negative amount is in credit."""

    id: AccountId
    owed: Money
    benefit_due: Money
    next_charge_on: date | None
    next_charge: Money


@dataclass(frozen=True, slots=True)
class Holder:
    """A tenant who has this number on file."""

    person_id: PersonId
    tenancy_id: TenancyId
    born_on: date | None
    postcode: str
    account: Account | None
    holds: frozenset[HoldKind] = frozenset()
    neutral_wording_only: bool = False
    has_died: bool = False
    usable_from: date | None = None

    @property
    def in_moratorium(self) -> bool:
        """Return whether the law forbids asking them for what they owed."""
        return bool(self.holds & STATUTORY)


@dataclass(frozen=True, slots=True)
class Facts:
    """
    What is true now.

    ``answers_on`` is the day a person will next be at work; ``is_open`` says they are there now. ``answered_lately``
    counts our answers of the last hour.
    """

    now: datetime
    today: date
    channel: Channel
    landlord: str
    phone: str
    portal: str
    languages: frozenset[str]
    holders: tuple[Holder, ...]
    is_open: bool
    answers_on: date
    held_by_officer: bool = False
    opted_out: bool = False
    only_media: bool = False
    answered_lately: int = 0

    @property
    def neutral(self) -> bool:
        """Return whether somebody else may be reading this phone."""
        return any(holder.neutral_wording_only for holder in self.holders)
