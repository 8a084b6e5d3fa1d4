"""Add a phone number to somebody's record: the way a thief would take an account over."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from rent import store
from rent.domain.identity import CODE_CHANNELS, is_fresh, usable_from
from rent.domain.message import Author, MessageClass
from rent.domain.phone import NotAMobile, uk_mobile
from rent.domain.tenancy import Channel, ContactId
from rent.store import access, contacts, homes, outbox, timeline
from rent.usecases.people.find_session import TenantSession
from rent.words import _


class WhyNot(StrEnum):
    """What stands in the way of a new contact."""

    NEEDS_A_NEW_CODE = "NEEDS_A_NEW_CODE"
    NOT_A_MOBILE = "NOT_A_MOBILE"
    ALREADY_ON_FILE = "ALREADY_ON_FILE"


class UnableToAddContact(Exception):
    """The contact was not added; ``why`` says what would help."""

    def __init__(self, why: WhyNot) -> None:
        """Keep the reason."""
        super().__init__(why.value)
        self.why = why


def add_contact(session: store.Session, *, signed_in: TenantSession, number: str, now: datetime, today: date) -> ContactId:
    """
    Keep a new mobile number, which receives no codes and no news of money for 48 hours.

    Every contact in use until now is told, and so is the officer by the timeline. One code is good
    for one new number.

    :raises UnableToAddContact: if their code is older than ten minutes or spent on another number, or the number cannot be used
    :raises NoSuchRecord: if they are no longer a tenant there
    """
    own = access.tenancy_for_tenant(session, signed_in.person_id, signed_in.tenancy_id, today=today)
    if not is_fresh(signed_in.proved_at, now) or contacts.has_new_since(session, own.person_id, signed_in.proved_at):
        raise UnableToAddContact(WhyNot.NEEDS_A_NEW_CODE)
    value = _parsed(number)
    held = contacts.of_person(session, own.person_id)
    first_day = usable_from(today)
    added = contacts.add(session, own.person_id, Channel.SMS, value, usable_from=first_day, since=now)
    if added is None:
        raise UnableToAddContact(WhyNot.ALREADY_ON_FILE)
    for old in held:
        if old.channel in CODE_CHANNELS and old.may_receive(today):
            _warn(session, own, old.value, old.channel, command_id=f"contact-added:{added}:{old.id}", now=now)
    timeline.write(
        session,
        own.tenancy.id,
        timeline.Happened.CONTACT_CHANGED,
        actor=f"person:{own.person_id}",
        at=now,
        today=today,
        person_id=own.person_id,
        channel=Channel.SMS.value,
        ends_with=value[-3:],
        usable_from=first_day.isoformat(),
    )
    return added


def _parsed(number: str) -> str:
    try:
        return uk_mobile(number)
    except NotAMobile:
        raise UnableToAddContact(WhyNot.NOT_A_MOBILE) from None


def _warn(session: store.Session, own: access.OwnTenancy, value: str, channel: Channel, *, command_id: str, now: datetime) -> None:
    phone = homes.the_landlord(session).phone
    outbox.put(
        session,
        command_id=command_id,
        channel=channel,
        to_address=value,
        person_id=own.person_id,
        tenancy_id=own.tenancy.id,
        author=Author.SYSTEM,
        message_class=MessageClass.SECURITY,
        template="contact_added",
        language=own.language,
        body=_(
            "A new phone number was added to your details with us. If this was not you, call us now on {phone}.", own.language, phone=phone
        ),
        wanted_at=now,
    )
