"""Tenancies, the homes they are of, and the people who hold them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

TenancyId = NewType("TenancyId", int)
PersonId = NewType("PersonId", int)
PatchId = NewType("PatchId", int)
ContactId = NewType("ContactId", int)


class Regime(StrEnum):
    """
    The law a tenancy stands under.

    Source: domain.md B2
    """

    SECURE_ENG = "SECURE_ENG"
    ASSURED_SOCIAL_ENG = "ASSURED_SOCIAL_ENG"
    ASSURED_NON_SOCIAL_ENG = "ASSURED_NON_SOCIAL_ENG"
    INTRODUCTORY = "INTRODUCTORY"
    DEMOTED = "DEMOTED"
    STARTER = "STARTER"
    SECURE_WALES = "SECURE_WALES"
    STANDARD_WALES = "STANDARD_WALES"


class Region(StrEnum):
    """Whose bank holidays count."""

    ENGLAND = "ENG"
    WALES = "WLS"


class MemberRole(StrEnum):
    """What a person is to a tenancy. Every tenant is liable for all of the rent."""

    TENANT = "TENANT"
    OCCUPANT = "OCCUPANT"


class Channel(StrEnum):
    """A way to reach a person."""

    SMS = "SMS"
    EMAIL = "EMAIL"
    LETTER = "LETTER"
    WEB = "WEB"


class NumberStatus(StrEnum):
    """What we know of a contact point."""

    HELD = "HELD"
    CONFIRMED = "CONFIRMED"
    WRONG_PERSON = "WRONG_PERSON"
    UNREACHABLE = "UNREACHABLE"


class Need(StrEnum):
    """What a person needs from us. Never a diagnosis."""

    LARGE_PRINT = "LARGE_PRINT"
    INTERPRETER = "INTERPRETER"
    PHONE_ONLY = "PHONE_ONLY"
    NO_LETTERS = "NO_LETTERS"
    ADVOCATE = "ADVOCATE"
    EASY_READ = "EASY_READ"
    BRAILLE = "BRAILLE"
    SIGN_LANGUAGE = "SIGN_LANGUAGE"


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """One phone number or address of one person, with what is safe to do with it."""

    id: ContactId
    person_id: PersonId
    channel: Channel
    value: str
    status: NumberStatus
    is_safe: bool
    is_preferred: bool
    opted_out: bool
    usable_from: date | None = None

    def may_receive(self, today: date) -> bool:
        """Return whether anything at all may be sent here today."""
        return (
            self.is_safe
            and not self.opted_out
            and self.status in {NumberStatus.HELD, NumberStatus.CONFIRMED}
            and (self.usable_from is None or self.usable_from <= today)
        )
