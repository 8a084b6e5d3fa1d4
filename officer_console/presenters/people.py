"""The people of a tenancy, each with their own ways to be reached."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from officer_console.presenters.names import CHANNELS, MEMBERS, NEEDS, REFUSED
from rent.domain.reach import number_to_text, why_not
from rent.domain.tenancy import ContactPoint, NumberStatus
from rent.store.households import Member
from rent.usecases.cases.read import Case
from rent.words import NAMES, _, long_date
from web.localised import to_say

STANDING: Final = {NumberStatus.CONFIRMED: to_say("Confirmed"), NumberStatus.HELD: to_say("On file, not confirmed")}


@dataclass(frozen=True, slots=True)
class ContactView:
    """One way to reach a person, and whether to use it."""

    channel: str
    value: str
    standing: str
    may_be_used: bool


@dataclass(frozen=True, slots=True)
class PersonView:
    """One person of the household. ``why_no_text`` is empty while they may be texted."""

    id: str
    name: str
    role: str
    language: str
    born: str
    needs: str
    contacts: tuple[ContactView, ...]
    may_be_texted: bool


def people(case: Case, today: date, locale: str) -> list[PersonView]:
    """Show everybody in the household."""
    return [_person(member, today, locale) for member in case.household]


def _person(member: Member, today: date, locale: str) -> PersonView:
    return PersonView(
        id=str(member.person_id),
        name=member.full_name,
        role=_role(member, today, locale),
        language=NAMES.get(member.language, member.language),
        born=long_date(member.date_of_birth, locale) if member.date_of_birth else _("Not shown", locale),
        needs=_needs(member, locale),
        contacts=tuple(_contact(contact, today, locale) for contact in member.contacts),
        may_be_texted=member.is_tenant(today) and number_to_text(member.contacts, today) is not None,
    )


def _role(member: Member, today: date, locale: str) -> str:
    if member.deceased_on is not None:
        return _("Died {day}", locale, day=long_date(member.deceased_on, locale))
    if member.ends_on is not None and member.ends_on < today:
        return _("Left {day}", locale, day=long_date(member.ends_on, locale))
    return _(MEMBERS[member.role], locale)


def _needs(member: Member, locale: str) -> str:
    needed = [_(NEEDS[need], locale) for need in member.needs]
    if member.neutral_wording_only:
        needed.append(_("Say nothing of rent in texts: somebody else may read them", locale))
    return ". ".join(needed) or _("None on file", locale)


def _contact(contact: ContactPoint, today: date, locale: str) -> ContactView:
    refusal = why_not(contact, today)
    standing = _(REFUSED[refusal], locale) if refusal else _(STANDING[contact.status], locale)
    if contact.is_preferred and refusal is None:
        standing = _("{standing}. They prefer it", locale, standing=standing)
    return ContactView(_(CHANNELS[contact.channel], locale), contact.value, standing, refusal is None)
