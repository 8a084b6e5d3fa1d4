"""What officers call things."""

from collections.abc import Mapping
from typing import Final

from rent.domain.account import AccountKind
from rent.domain.hold import HoldKind
from rent.domain.message import Why
from rent.domain.officer import Role
from rent.domain.payment import Status
from rent.domain.reach import WhyNot
from rent.domain.tenancy import Channel, MemberRole, Need, Regime
from web.localised import to_say

ROLES: Final[Mapping[Role, str]] = {
    Role.OFFICER: to_say("Income officer"),
    Role.SENIOR: to_say("Senior income officer"),
    Role.TEAM_LEADER: to_say("Team leader"),
    Role.ADMIN: to_say("Administrator"),
    Role.AUDITOR: to_say("Auditor"),
}
REGIMES: Final[Mapping[Regime, str]] = {
    Regime.SECURE_ENG: to_say("Secure tenancy (England)"),
    Regime.ASSURED_SOCIAL_ENG: to_say("Assured tenancy, social (England)"),
    Regime.ASSURED_NON_SOCIAL_ENG: to_say("Assured tenancy, not social (England)"),
    Regime.INTRODUCTORY: to_say("Introductory tenancy"),
    Regime.DEMOTED: to_say("Demoted tenancy"),
    Regime.STARTER: to_say("Starter tenancy"),
    Regime.SECURE_WALES: to_say("Secure contract (Wales)"),
    Regime.STANDARD_WALES: to_say("Standard contract (Wales)"),
}
ACCOUNTS: Final[Mapping[AccountKind, str]] = {
    AccountKind.CURRENT_RENT: to_say("Current rent"),
    AccountKind.GARAGE: to_say("Garage"),
    AccountKind.RECHARGE: to_say("Recharge"),
    AccountKind.COURT_COSTS: to_say("Court costs"),
    AccountKind.SERVICE_CHARGE: to_say("Service charge"),
    AccountKind.FORMER_TENANT: to_say("Former tenant arrears"),
    AccountKind.HB_OVERPAYMENT: to_say("Housing Benefit overpayment"),
}
MEMBERS: Final[Mapping[MemberRole, str]] = {
    MemberRole.TENANT: to_say("Tenant"),
    MemberRole.OCCUPANT: to_say("Lives there, not a tenant"),
}
CHANNELS: Final[Mapping[Channel, str]] = {
    Channel.SMS: to_say("Mobile"),
    Channel.EMAIL: to_say("Email"),
    Channel.LETTER: to_say("Letter"),
    Channel.WEB: to_say("Web chat"),
}
NEEDS: Final[Mapping[Need, str]] = {
    Need.LARGE_PRINT: to_say("Large print"),
    Need.INTERPRETER: to_say("Interpreter"),
    Need.PHONE_ONLY: to_say("Phone only"),
    Need.NO_LETTERS: to_say("No letters"),
    Need.ADVOCATE: to_say("Has an advocate"),
    Need.EASY_READ: to_say("Easy read"),
    Need.BRAILLE: to_say("Braille"),
    Need.SIGN_LANGUAGE: to_say("Sign language"),
}
REFUSED: Final[Mapping[WhyNot, str]] = {
    WhyNot.NOT_SAFE: to_say("Not safe to use. Somebody else may see it"),
    WhyNot.WRONG_PERSON: to_say("Do not use. It belongs to somebody else"),
    WhyNot.OPTED_OUT: to_say("They asked us not to use it"),
    WhyNot.UNREACHABLE: to_say("Cannot be reached"),
    WhyNot.TOO_NEW: to_say("Changed lately. It cannot be used yet"),
}
HOLDS: Final[Mapping[HoldKind, str]] = {
    HoldKind.BREATHING_SPACE: to_say("Breathing space. Do not ask for money"),
    HoldKind.MENTAL_HEALTH_CRISIS: to_say("Mental health crisis breathing space. Do not ask for money"),
    HoldKind.CRISIS: to_say("Somebody told us of a crisis. Do not ask for money"),
    HoldKind.DECEASED: to_say("We were told of a death. Nothing is sent by itself"),
    HoldKind.DISPUTE: to_say("They dispute what is owed"),
    HoldKind.OFFICER_PAUSE: to_say("An officer has paused collection"),
}
PAYMENTS: Final[Mapping[Status, tuple[str, str]]] = {
    Status.CREATED: (to_say("Started"), "grey"),
    Status.PENDING: (to_say("On its way"), "yellow"),
    Status.PAID: (to_say("Paid"), "green"),
    Status.FAILED: (to_say("Failed"), "red"),
    Status.EXPIRED: (to_say("Not finished"), "grey"),
    Status.REFUNDED: (to_say("Refunded"), "orange"),
    Status.DISPUTED: (to_say("Disputed"), "orange"),
    Status.LOST: (to_say("Dispute lost"), "red"),
}
WHY_A_PERSON: Final[Mapping[Why, str]] = {
    Why.CRISIS: to_say("Somebody may be in danger"),
    Why.ABUSE: to_say("Abuse"),
    Why.DECEASED: to_say("A death"),
    Why.SOMEONE_ELSE: to_say("Somebody writes for the tenant"),
    Why.BREATHING_SPACE: to_say("Breathing space"),
    Why.VULNERABLE: to_say("Needs care"),
    Why.LEGAL: to_say("A legal matter"),
    Why.HAZARD: to_say("A hazard at home"),
    Why.DISPUTE: to_say("Disputes what is owed"),
    Why.COMPLAINT: to_say("Complaint"),
    Why.ASKED: to_say("Asked for a person"),
    Why.PLAN: to_say("Wants to agree a plan"),
    Why.HARDSHIP: to_say("Cannot afford things"),
    Why.PAYMENT_QUERY: to_say("Question about a payment"),
    Why.DIRECT_DEBIT: to_say("Direct Debit"),
    Why.BENEFIT: to_say("Benefit"),
    Why.REPAIRS: to_say("Repairs"),
    Why.LANGUAGE: to_say("A language we do not speak"),
    Why.LOCKED: to_say("Could not prove who they are"),
    Why.UNKNOWN_NUMBER: to_say("A number nobody has on file"),
    Why.NOT_UNDERSTOOD: to_say("Not understood"),
    Why.TOO_MANY_TURNS: to_say("Much said and nothing settled"),
    Why.COULD_NOT_HANDLE: to_say("We could not handle it"),
}
