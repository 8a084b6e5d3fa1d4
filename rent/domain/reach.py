"""Whether a contact point may be texted, and if not, why."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from rent.domain.tenancy import Channel, ContactPoint, NumberStatus


class WhyNot(StrEnum):
    """Why nothing may be sent to a contact point, the weightiest first."""

    NOT_SAFE = "NOT_SAFE"
    WRONG_PERSON = "WRONG_PERSON"
    OPTED_OUT = "OPTED_OUT"
    UNREACHABLE = "UNREACHABLE"
    TOO_NEW = "TOO_NEW"


def why_not(contact: ContactPoint, today: date) -> WhyNot | None:
    """
    Return why nothing may be sent here today, or nothing if it may.

    Source: domain.md F; reliability.md 2.3 (a changed contact)
    """
    if contact.may_receive(today):
        return None
    if not contact.is_safe:
        return WhyNot.NOT_SAFE
    if contact.status is NumberStatus.WRONG_PERSON:
        return WhyNot.WRONG_PERSON
    if contact.opted_out:
        return WhyNot.OPTED_OUT
    return WhyNot.UNREACHABLE if contact.status is NumberStatus.UNREACHABLE else WhyNot.TOO_NEW


def number_to_text(contacts: Iterable[ContactPoint], today: date) -> str | None:
    """Return the number a person is texted at: the one they prefer, else the first that may be used."""
    usable = [contact for contact in contacts if contact.channel is Channel.SMS and contact.may_receive(today)]
    return next((contact.value for contact in sorted(usable, key=lambda contact: not contact.is_preferred)), None)
