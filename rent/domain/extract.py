"""
What a housing system's extract says, one line at a time, in our own words.

Dates are ISO text, amounts whole pence and flags 0 or 1, so that a million lines can wait on disk
and go into the ledger without being taken apart and put together again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final, NamedTuple


class Part(StrEnum):
    """The files of an extract, in the order they are loaded."""

    PROPERTIES = "PROPERTIES"
    TENANCIES = "TENANCIES"
    PEOPLE = "PEOPLE"
    ACCOUNTS = "ACCOUNTS"
    CHARGES = "CHARGES"
    BENEFITS = "BENEFITS"
    POSTINGS = "POSTINGS"


class PropertyLine(NamedTuple):
    """A home and the patch it is on."""

    line: int
    reference: str
    address: str
    postcode: str
    region: str
    patch: str
    patch_name: str


class TenancyLine(NamedTuple):
    """A tenancy of a home. ``rent_free`` holds ISO Mondays, parted by spaces."""

    line: int
    reference: str
    property: str
    regime: str
    cycle: str
    rent_free: str
    starts_on: str
    ends_on: str | None


class PersonLine(NamedTuple):
    """A person on a tenancy; someone on two tenancies has two lines. ``needs`` are parted by spaces."""

    line: int
    reference: str
    tenancy: str
    role: str
    full_name: str
    date_of_birth: str | None
    language: str
    phone: str | None
    email: str | None
    prefers: str | None
    safe_to_text: int
    safe_to_email: int
    neutral_wording_only: int
    needs: str
    since: str
    until: str | None
    deceased_on: str | None


class AccountLine(NamedTuple):
    """A rent account of a tenancy."""

    line: int
    reference: str
    tenancy: str
    kind: str
    opened_on: str
    closed_on: str | None

    @property
    def account(self) -> str:
        """Return the account this line is about, as charges and postings do."""
        return self.reference


class ChargeLine(NamedTuple):
    """One thing charged to an account each period."""

    line: int
    account: str
    kind: str
    amount: int
    eligible: int
    starts_on: str
    ends_on: str | None


class BenefitLine(NamedTuple):
    """A benefit award of a tenancy."""

    line: int
    tenancy: str
    kind: str
    amount: int
    anchor: str
    paid_up_to: str
    ends_on: str | None


class PostingLine(NamedTuple):
    """One line of the ledger; ``reverses`` is the reference of the posting it undoes."""

    line: int
    reference: str
    account: str
    kind: str
    amount: int
    value_date: str
    payer: str
    means: str
    description: str
    reverses: str | None


Line = PropertyLine | TenancyLine | PersonLine | AccountLine | ChargeLine | BenefitLine | PostingLine

SHAPES: Final[Mapping[Part, type[Line]]] = {
    Part.PROPERTIES: PropertyLine,
    Part.TENANCIES: TenancyLine,
    Part.PEOPLE: PersonLine,
    Part.ACCOUNTS: AccountLine,
    Part.CHARGES: ChargeLine,
    Part.BENEFITS: BenefitLine,
    Part.POSTINGS: PostingLine,
}

# What may stand only once in a file.
KEYS: Final[Mapping[Part, tuple[str, ...]]] = {
    Part.PROPERTIES: ("reference",),
    Part.TENANCIES: ("reference",),
    Part.PEOPLE: ("reference", "tenancy"),
    Part.ACCOUNTS: ("reference",),
    Part.CHARGES: ("account", "kind", "starts_on"),
    Part.BENEFITS: ("tenancy", "kind", "anchor"),
    Part.POSTINGS: ("reference",),
}


class Outcome(IntEnum):
    """What came, or would come, of a line; the greater of two is the one to report."""

    SAME = 0
    CHANGED = 1
    NEW = 2


class SetAside(NamedTuple):
    """A line that cannot be used, and why, in words for whoever must put it right."""

    part: Part
    line: int
    reason: str


@dataclass(slots=True)
class Counts:
    """How many lines of a file came to what."""

    new: int = 0
    changed: int = 0
    same: int = 0
    set_aside: int = 0

    def add(self, outcome: Outcome, lines: int) -> None:
        """Count more lines."""
        match outcome:
            case Outcome.NEW:
                self.new += lines
            case Outcome.CHANGED:
                self.changed += lines
            case Outcome.SAME:
                self.same += lines
