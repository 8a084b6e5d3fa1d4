"""A choice of one whose options come from state."""

import reflex as rx

from web.components.text import Text, either, given
from web.localised import say
from web.native import Prop


def choice(legend: str, name: str, options: rx.Var[Prop], *, error: Text = "", more: rx.Component | None = None) -> rx.Component:
    """Return radios; each option has ``value``, ``words``, ``hint`` and ``is_chosen``. ``more`` stands below them, in the same group."""
    radios = rx.el.div(rx.foreach(options, lambda option, number: _option(name, option, number)), class_name="govuk-radios")
    spoken = rx.el.span(say("Error:"), " ", class_name="govuk-visually-hidden")
    return rx.el.div(
        rx.el.fieldset(
            rx.el.legend(legend, class_name="govuk-fieldset__legend govuk-fieldset__legend--m"),
            given(error, rx.el.p(spoken, error, id=f"{name}-error", class_name="govuk-error-message")),
            radios,
            more or rx.fragment(),
            class_name="govuk-fieldset",
        ),
        class_name=either(error, "govuk-form-group govuk-form-group--error", "govuk-form-group"),
    )


def _option(name: str, option: Prop, number: rx.Var[int]) -> rx.Component:
    # The first option bears the question's own id, so that the error summary can lead to it.
    identifier = rx.cond(number == 0, name, f"{name}-" + number.to_string())
    hint = f"{name}-hint-" + number.to_string()
    box = rx.el.input(
        id=identifier,
        name=name,
        value=option.value,
        type="radio",
        default_checked=option.is_chosen,
        class_name="govuk-radios__input",
        custom_attrs={"aria-describedby": rx.cond(option.hint != "", hint, "")},
    )
    label = rx.el.label(option.words, html_for=identifier, class_name="govuk-label govuk-radios__label")
    said = rx.cond(option.hint != "", rx.el.div(option.hint, id=hint, class_name="govuk-hint govuk-radios__hint"), rx.fragment())
    return rx.el.div(box, label, said, class_name="govuk-radios__item")
