"""How each person can be reached."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Connection, select, update

from rent.domain.tenancy import Channel, ContactId, ContactPoint, NumberStatus, PersonId
from rent.store.dialect import insert_if_new
from rent.store.tables.people import contact_points


def of_person(session: Connection, person_id: PersonId) -> tuple[ContactPoint, ...]:
    """Return everything on file for a person, oldest first, usable or not."""
    found = select(contact_points).where(contact_points.c.person_id == person_id).order_by(contact_points.c.id)
    return tuple(
        ContactPoint(
            id=ContactId(row["id"]),
            person_id=PersonId(row["person_id"]),
            channel=row["channel"],
            value=row["value"],
            status=row["status"],
            is_safe=row["is_safe"],
            is_preferred=row["is_preferred"],
            opted_out=row["opted_out"],
            usable_from=row["usable_from"],
        )
        for row in session.execute(found).mappings()
    )


def has_new_since(session: Connection, person_id: PersonId, moment: datetime) -> bool:
    """Return whether a contact of a person was added at or after a moment."""
    newer = select(contact_points.c.id).where(contact_points.c.person_id == person_id, contact_points.c.since >= moment)
    return session.execute(newer.limit(1)).first() is not None


def add(session: Connection, person_id: PersonId, channel: Channel, value: str, *, usable_from: date, since: datetime) -> ContactId | None:
    """Keep a new contact; return its id, or None if it is already on file."""
    row = {
        "person_id": person_id,
        "channel": channel,
        "value": value,
        "status": NumberStatus.HELD,
        "is_safe": True,
        "is_preferred": False,
        "opted_out": False,
        "usable_from": usable_from,
        "since": since,
    }
    new = insert_if_new(session, contact_points, row, unique=("person_id", "channel", "value"))
    return None if new is None else ContactId(new)


def prefer(session: Connection, person_id: PersonId, contact_id: ContactId) -> None:
    """Make one of a person's contacts the preferred one."""
    chosen = contact_points.c.id == contact_id
    session.execute(update(contact_points).where(contact_points.c.person_id == person_id).values(is_preferred=chosen))


def set_opted_out(session: Connection, contact_id: ContactId, *, opted_out: bool) -> None:
    """Keep whether one person wants no texts at one contact of theirs."""
    session.execute(update(contact_points).where(contact_points.c.id == contact_id).values(opted_out=opted_out))
