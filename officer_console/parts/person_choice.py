"""Which person of the household something is for."""

from typing import Any, Final

import reflex as rx

from officer_console.forms import number_of
from officer_console.parts.case import CaseState
from rent.domain.tenancy import PersonId
from web.native import Prop

FIELD: Final = "person"


def person_choice(label: str, prefix: str, *, only_texts: bool = True) -> rx.Component:
    """Return the question; ``only_texts`` leaves out whoever may not be texted. ``prefix`` tells two on one page apart."""

    def option(person: Prop) -> rx.Component:
        chosen = rx.el.option(person.name, value=person.id)
        return rx.cond(person.may_be_texted, chosen, rx.fragment()) if only_texts else chosen

    identifier = f"{prefix}-{FIELD}"
    return rx.el.div(
        rx.el.label(label, html_for=identifier, class_name="govuk-label"),
        rx.el.select(rx.foreach(CaseState.household, option), id=identifier, name=FIELD, class_name="govuk-select"),
        class_name="govuk-form-group",
    )


def person_chosen(form: Any) -> PersonId:  # noqa: ANN401 - whatever was sent
    """Return whoever was chosen; nobody's id, if it was nobody."""
    return PersonId(number_of(form.get(FIELD) if isinstance(form, dict) else None))
