"""Let a tenant stop the texts to a number of theirs, or have them again."""

from __future__ import annotations

from datetime import date, datetime

from rent import store
from rent.domain.tenancy import Channel, ContactId, PersonId, TenancyId
from rent.store import access, contacts, timeline


def choose_texts(
    session: store.Session,
    *,
    person_id: PersonId,
    tenancy_id: TenancyId,
    contact_id: ContactId,
    wanted: bool,
    now: datetime,
    today: date,
) -> None:
    """
    Send texts to one of a tenant's own numbers, or no more. Others who have the same number choose for themselves.

    :raises NoSuchRecord: if they are not a tenant there, or it is no number of theirs
    """
    own = access.tenancy_for_tenant(session, person_id, tenancy_id, today=today)
    held = contacts.of_person(session, own.person_id)
    number = next((found for found in held if found.id == contact_id and found.channel is Channel.SMS), None)
    if number is None:
        raise access.NoSuchRecord
    contacts.set_opted_out(session, number.id, opted_out=not wanted)
    timeline.write(
        session,
        own.tenancy.id,
        timeline.Happened.OPTED_IN if wanted else timeline.Happened.OPTED_OUT,
        actor=f"person:{person_id}",
        at=now,
        today=today,
        person_id=own.person_id,
        channel_used=Channel.SMS.value,
    )
