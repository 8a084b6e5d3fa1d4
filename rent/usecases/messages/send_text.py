"""Let an officer write to a tenant."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from rent import store
from rent.domain.message import Author, MessageClass, MessageId
from rent.domain.officer import Action, Officer
from rent.domain.tenancy import Channel, ContactPoint, PersonId
from rent.store import access, contacts, conversations, outbox, tenants, timeline
from rent.usecases.messages.settle_owner import settle_owner

BODY_LENGTH_MAX: Final = 918
LASTS: Final = timedelta(hours=24)


class UnableToSend(Exception):
    """The text cannot be sent, and this is why, for the officer to read."""


def send_text(
    session: store.Session,
    *,
    command_id: str,
    officer: Officer,
    tenancy: str,
    person_id: PersonId,
    body: str,
    reason: str,
    now: datetime,
    today: date,
) -> MessageId | None:
    """
    Want an officer's words sent to a tenant's phone; return None if this command was given before.

    ``tenancy`` is its public id.

    :raises NoSuchRecord: if the person is no tenant of a tenancy the officer may reach
    :raises ReasonNeeded: if it is off their patch and they gave no reason
    :raises UnableToSend: if there is nothing to say, too much, or nowhere to send it
    """
    found = access.tenancy_for_officer(session, officer, tenancy, action=Action.SEND_TEXT, reason=reason, now=now)
    tenant = tenants.tenant(session, person_id, found.id, today=today)
    if tenant is None:
        raise access.NoSuchRecord
    words = _checked(body)
    number = _number(contacts.of_person(session, person_id), today)
    thread = settle_owner(session, thread=conversations.open_for(session, Channel.SMS, number, now=now), today=today)
    if thread.tenancy_id is None:
        conversations.belong_to(session, thread.id, person_id, found.id)
    wanted = outbox.put(
        session,
        command_id=command_id,
        channel=Channel.SMS,
        to_address=number,
        person_id=person_id,
        tenancy_id=found.id,
        conversation_id=thread.id,
        author=Author.OFFICER,
        officer_id=officer.id,
        message_class=MessageClass.REPLY,
        template="officer",
        language=tenant.language,
        body=words,
        wanted_at=now,
        expires_at=now + LASTS,
    )
    if wanted is not None:
        happened, actor = timeline.Happened.MESSAGE_SENT, f"officer:{officer.id}"
        timeline.write(session, found.id, happened, actor=actor, at=now, today=today, person_id=person_id, template="officer")
    return wanted


def _checked(body: str) -> str:
    words = body.replace("\0", "").strip()
    if not words:
        raise UnableToSend("Enter a message")
    if len(words) > BODY_LENGTH_MAX:
        raise UnableToSend(f"Your message must be {BODY_LENGTH_MAX} characters or fewer")
    return words


def _number(held: tuple[ContactPoint, ...], today: date) -> str:
    numbers = [contact for contact in held if contact.channel is Channel.SMS and contact.may_receive(today)]
    if not numbers:
        raise UnableToSend("There is no number that may be texted. Call, write, or ask for another number")
    return next((contact for contact in numbers if contact.is_preferred), numbers[0]).value
