"""What a message can mean to the dialogue, whoever worked it out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from rent.domain.message import Why
from rent.domain.money import Money


class Intent(StrEnum):
    """
    What somebody wants of us.

    Source: assistant/intents.md 4
    """

    CRISIS_RISK = "CRISIS_RISK"
    OPT_OUT = "OPT_OUT"
    OPT_IN = "OPT_IN"
    WRONG_PERSON = "WRONG_PERSON"
    BREATHING_SPACE = "BREATHING_SPACE"
    VULNERABILITY_DISCLOSURE = "VULNERABILITY_DISCLOSURE"
    LEGAL_NOTICE_QUERY = "LEGAL_NOTICE_QUERY"
    REPAIRS_DISREPAIR = "REPAIRS_DISREPAIR"
    DISPUTE_DEBT = "DISPUTE_DEBT"
    COMPLAINT = "COMPLAINT"
    SPEAK_TO_OFFICER = "SPEAK_TO_OFFICER"
    CHANGE_PLAN = "CHANGE_PLAN"
    PROPOSE_PLAN = "PROPOSE_PLAN"
    DIRECT_DEBIT = "DIRECT_DEBIT"
    MAKE_PAYMENT = "MAKE_PAYMENT"
    HARDSHIP = "HARDSHIP"
    BENEFIT_QUERY = "BENEFIT_QUERY"
    ADVICE_REQUEST = "ADVICE_REQUEST"
    PAYMENT_QUERY = "PAYMENT_QUERY"
    PLAN_QUERY = "PLAN_QUERY"
    BALANCE_ENQUIRY = "BALANCE_ENQUIRY"
    LANGUAGE_REQUEST = "LANGUAGE_REQUEST"
    PROOF_OF_IDENTITY = "PROOF_OF_IDENTITY"
    CONFIRM_YES = "CONFIRM_YES"
    CONFIRM_NO = "CONFIRM_NO"
    HELP_SMALLTALK = "HELP_SMALLTALK"
    CARD_NUMBER = "CARD_NUMBER"
    UNKNOWN = "UNKNOWN"


class Wants(StrEnum):
    """Which figure of the account is asked about."""

    BALANCE = "BALANCE"
    STATEMENT = "STATEMENT"
    RENT = "RENT"


class Who(StrEnum):
    """Who is at the other end instead of the tenant."""

    WRONG_NUMBER = "WRONG_NUMBER"
    THIRD_PARTY = "THIRD_PARTY"
    DECEASED = "DECEASED"


class Risk(StrEnum):
    """How much depends on a person seeing this today."""

    NONE = "NONE"
    ESCALATE = "ESCALATE"
    LIFE = "LIFE"


@dataclass(frozen=True, slots=True)
class Slots:
    """What else was said. ``everything`` is all that is owed."""

    amount: Money | None = None
    everything: bool = False
    half: bool = False
    wants: Wants = Wants.BALANCE
    who: Who | None = None
    language: str | None = None
    born_on: date | None = None
    postcode: str | None = None
    is_thanks: bool = False


@dataclass(frozen=True, slots=True)
class Understood:
    """
    What a message means, how sure that is out of 100, and by which rules.

    ``language`` is the one it was written in, where that could be told; ``is_keyword`` means the whole
    message was a word the carrier acts on too.
    """

    intent: Intent
    slots: Slots = field(default_factory=Slots)
    language: str | None = None
    risk: Risk = Risk.NONE
    confidence: int = 100
    because: tuple[str, ...] = ()
    is_keyword: bool = False
    why: Why | None = None
