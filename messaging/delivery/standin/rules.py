"""How the stand-in carrier behaves: which numbers fail, which words it acts on, what it charges."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

PENCE_A_SEGMENT: Final = 4
BODY_MAX: Final = 1600
_E164: Final = re.compile(r"\+[1-9]\d{6,14}")
_UK_LANDLINE: Final = re.compile(r"\+44[123]\d+")
OPT_OUT: Final = frozenset({"stop", "stopall", "unsubscribe", "end", "quit", "cancel", "revoke", "optout"})
OPT_IN: Final = frozenset({"start", "yes", "unstop"})
OPTED_OUT_REPLY: Final = (
    "You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe."
)
OPTED_IN_REPLY: Final = "You have successfully been re-subscribed to messages from this number. Reply STOP to unsubscribe."


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a message after it was taken: its statuses in order, and the error at the end."""

    statuses: Sequence[str] = ("sent", "delivered")
    error_code: int | None = None


# Numbers that fail on purpose, in the range Ofcom keeps for fiction.
FATES: Final[Mapping[str, Fate]] = {
    "+447700900002": Fate(("sent", "undelivered"), 30005),
    "+447700900003": Fate(("sent", "undelivered"), 30003),
    "+447700900004": Fate(("sent", "undelivered"), 30006),
    "+447700900005": Fate(("failed",), 30007),
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """An error as Twilio words it."""

    code: int
    message: str
    status: int = 400


def refusal(to: str, body: str, sender: str, *, opted_out: bool) -> Refusal | None:
    """Return why a message is refused at once, if it is."""
    if not _E164.fullmatch(to):
        return Refusal(21211, f"The 'To' number {to} is not a valid phone number.")
    if _UK_LANDLINE.fullmatch(to):
        return Refusal(21614, f"'To' number {to} is not a valid mobile number")
    if not sender:
        return Refusal(21603, "A 'From' phone number is required.")
    if not body:
        return Refusal(21602, "Message body is required.")
    if len(body) > BODY_MAX:
        return Refusal(21617, "The concatenated message body exceeds the 1600 character limit.")
    return Refusal(21610, "Attempt to send to unsubscribed recipient") if opted_out else None


def keyword(body: str) -> str:
    """Return a whole message as the carrier compares it."""
    return body.strip().lower()
