"""The head of a tenancy: what it is, how its rent stands, and who lives there."""

import reflex as rx

from officer_console.parts.case import CaseState
from web.components.notices import tag, warning_text
from web.components.summary_list import summary_list
from web.localised import say
from web.native import Prop


def figures() -> rx.Component:
    """Return the four figures side by side: what is owed is never shown without what is on its way."""
    view = CaseState.view
    each = (
        (say("Rent balance"), view.balance),
        (say("Benefit on its way"), view.benefit_due),
        (say("Collectable arrears"), view.collectable),
        (say("Next charge"), view.next_charge),
    )
    pairs = [
        rx.el.div(rx.el.dt(name, class_name="ek-figure__name"), rx.el.dd(value, class_name="ek-figure__value"), class_name="ek-figure")
        for name, value in each
    ]
    return rx.el.dl(*pairs, class_name="ek-figures")


def holds() -> rx.Component:
    """Return what stands above everything else."""
    return rx.foreach(CaseState.view.holds, warning_text)


def facts() -> rx.Component:
    """Return what the tenancy is."""
    view = CaseState.view
    return summary_list(
        (say("Reference"), view.reference),
        (say("Address"), view.address),
        (say("Patch"), view.patch),
        (say("Tenancy"), view.regime),
        (say("Held"), view.began),
    )


def household() -> rx.Component:
    """Return each person with their own ways to be reached."""
    return rx.fragment(rx.foreach(CaseState.household, _person))


def _person(person: Prop) -> rx.Component:
    details = summary_list(
        (say("Date of birth"), person.born),
        (say("Language"), person.language),
        (say("Needs"), person.needs),
        (say("Contacts"), _contacts(person)),
    )
    return rx.el.section(
        rx.el.h3(person.name, rx.el.span(" ", person.role, class_name="govuk-caption-m"), class_name="govuk-heading-s"),
        details,
    )


def _contacts(person: Prop) -> rx.Component:
    none = rx.el.p(say("None on file"), class_name="govuk-body")
    some = rx.el.ul(rx.foreach(person.contacts, _contact), class_name="govuk-list")
    return rx.cond(person.contacts.length() > 0, some, none)


def _contact(contact: Prop) -> rx.Component:
    standing = rx.cond(contact.may_be_used, rx.el.span(contact.standing, class_name="govuk-hint"), tag(contact.standing, "red"))
    return rx.el.li(contact.channel, " ", rx.el.span(contact.value, class_name="ek-words"), " ", standing)
