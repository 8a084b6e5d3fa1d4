"""Change how somebody wants to be spoken to."""

from __future__ import annotations

from datetime import date, datetime

from rent import store
from rent.domain.tenancy import ContactId, PersonId, TenancyId
from rent.store import access, contacts, tenants, timeline
from rent.words import LOCALES


class UnableToChangePreferences(Exception):
    """We do not speak that language, or hold no such contact for them."""


def change_preferences(
    session: store.Session,
    *,
    person_id: PersonId,
    tenancy_id: TenancyId,
    language: str,
    preferred: ContactId | None,
    now: datetime,
    today: date,
) -> None:
    """
    Keep a tenant's language and, unless it is None, which of their own contacts they prefer.

    :raises UnableToChangePreferences: if we do not speak the language or the contact is not theirs
    :raises NoSuchRecord: if they are not a tenant there
    """
    own = access.tenancy_for_tenant(session, person_id, tenancy_id, today=today)
    if language not in LOCALES:
        raise UnableToChangePreferences(f"one of {', '.join(LOCALES)}, not {language!r}")
    if preferred is not None and preferred not in {contact.id for contact in contacts.of_person(session, person_id)}:
        raise UnableToChangePreferences("choose one of the contacts on file")
    tenants.set_language(session, own.person_id, language)
    if preferred is not None:
        contacts.prefer(session, own.person_id, preferred)
    timeline.write(
        session,
        own.tenancy.id,
        timeline.Happened.PREFERENCES_CHANGED,
        actor=f"person:{person_id}",
        at=now,
        today=today,
        person_id=person_id,
        language=language,
    )
