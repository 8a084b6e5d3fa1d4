"""Let a tenant stop the texts to a number of theirs, or have them again."""

from __future__ import annotations

from datetime import date, datetime

from rent import store
from rent.domain.tenancy import Channel, ContactId, PersonId, TenancyId
from rent.store import access, contacts
from rent.usecases.messages.opt_in import opt_in
from rent.usecases.messages.opt_out import opt_out


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
    Send texts to one of a tenant's own numbers, or no more.

    :raises NoSuchRecord: if they are not a tenant there, or it is no number of theirs
    """
    own = access.tenancy_for_tenant(session, person_id, tenancy_id, today=today)
    held = contacts.of_person(session, own.person_id)
    number = next((found for found in held if found.id == contact_id and found.channel is Channel.SMS), None)
    if number is None:
        raise access.NoSuchRecord
    choose = opt_in if wanted else opt_out
    choose(session, channel=Channel.SMS, address=number.value, actor=f"person:{person_id}", now=now, today=today)
