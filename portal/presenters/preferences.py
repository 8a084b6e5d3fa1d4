"""How we may reach a tenant, as they see it."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from portal.presenters.choices import Option
from rent.domain.tenancy import Channel, ContactPoint, NumberStatus
from rent.usecases.people.add_contact import WhyNot
from rent.usecases.people.see_own_preferences import Preferences
from rent.words import LOCALES, NAMES, _, isolated, long_date
from web.localised import to_say

SHOWN_DIGITS: Final = 3


@dataclass(frozen=True, slots=True)
class NumberView:
    """A phone number, and what may be sent to it."""

    value: str = ""
    words: str = ""
    state: str = ""
    wants_texts: bool = False


@dataclass(frozen=True, slots=True)
class PreferencesView:
    """A tenant's preferences."""

    is_ready: bool = False
    languages: list[Option] = field(default_factory=list)
    contacts: list[Option] = field(default_factory=list)
    numbers: list[NumberView] = field(default_factory=list)
    is_neutral: bool = False


WHY_NOT_ADDED: Final = {
    WhyNot.NEEDS_A_NEW_CODE: to_say("For your safety, sign out and sign in again with a new code. Then add the number within 10 minutes"),
    WhyNot.NOT_A_MOBILE: to_say("Enter a UK mobile number, like 07700 900 982"),
    WhyNot.ALREADY_ON_FILE: to_say("We have this number already"),
}


def preferences(held: Preferences, today: date, locale: str) -> PreferencesView:
    """Show a tenant's preferences; their own numbers are masked, since another may be looking."""
    usable = [contact for contact in held.contacts if contact.status is not NumberStatus.WRONG_PERSON]
    return PreferencesView(
        is_ready=True,
        languages=[Option(language, NAMES[language], is_chosen=language == held.language) for language in LOCALES],
        contacts=[Option(str(contact.id), masked(contact, locale), is_chosen=contact.is_preferred) for contact in usable],
        numbers=[_number(contact, today, locale) for contact in usable if contact.channel is Channel.SMS],
        is_neutral=held.neutral_wording_only,
    )


def masked(contact: ContactPoint, locale: str) -> str:
    """Return a contact so that its owner knows it and nobody else learns it."""
    if contact.channel is Channel.SMS:
        return _("Phone ending in {digits}", locale, digits=isolated(contact.value[-SHOWN_DIGITS:], locale))
    if contact.channel is Channel.EMAIL:
        name, _at, domain = contact.value.partition("@")
        return _("Email {address}", locale, address=isolated(f"{name[:1]}…@{domain}", locale))
    return _("Letter", locale)


def _number(contact: ContactPoint, today: date, locale: str) -> NumberView:
    return NumberView(str(contact.id), masked(contact, locale), _state(contact, today, locale), wants_texts=not contact.opted_out)


def _state(contact: ContactPoint, today: date, locale: str) -> str:
    if contact.opted_out:
        return _("We send no texts to this number. You cannot get a code to sign in with it.", locale)
    if contact.usable_from is not None and contact.usable_from > today:
        return _("New. We use it from {day}.", locale, day=long_date(contact.usable_from, locale))
    if not contact.is_safe:
        return _("Marked as not safe. We send nothing to it.", locale)
    return _("We send texts to this number.", locale)
