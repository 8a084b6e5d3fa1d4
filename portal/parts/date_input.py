"""A day in three boxes, after the GOV.UK date input."""

import reflex as rx

from web.components.text import Text, either, given
from web.localised import say


def date_input(legend: str, name: str, *, hint: str = "", error: Text = "") -> rx.Component:
    """Return a question about a day; its parts are named ``name-day``, ``name-month`` and ``name-year``."""
    parts = ((say("Day"), "day", "2"), (say("Month"), "month", "2"), (say("Year"), "year", "4"))
    boxes = [_box(label, f"{name}-{part}", width, error) for label, part, width in parts]
    return rx.el.div(
        rx.el.fieldset(
            rx.el.legend(legend, class_name="govuk-fieldset__legend"),
            given(hint, rx.el.div(hint, id=f"{name}-hint", class_name="govuk-hint")),
            given(error, _error(name, error)),
            rx.el.div(*boxes, class_name="govuk-date-input", id=name),
            class_name="govuk-fieldset",
            role="group",
            custom_attrs={"aria-describedby": either(error, f"{name}-hint {name}-error", f"{name}-hint")},
        ),
        class_name=either(error, "govuk-form-group govuk-form-group--error", "govuk-form-group"),
    )


def _box(label: str, name: str, width: str, error: Text) -> rx.Component:
    css = f"govuk-input govuk-date-input__input govuk-input--width-{width}"
    box = rx.el.input(
        id=name,
        name=name,
        type="text",
        input_mode="numeric",
        auto_complete="off",
        max_length=4,
        class_name=either(error, f"{css} govuk-input--error", css),
    )
    written = rx.el.label(label, html_for=name, class_name="govuk-label govuk-date-input__label")
    return rx.el.div(rx.el.div(written, box, class_name="govuk-form-group"), class_name="govuk-date-input__item")


def _error(name: str, error: Text) -> rx.Component:
    spoken = rx.el.span(say("Error:"), " ", class_name="govuk-visually-hidden")
    return rx.el.p(spoken, error, id=f"{name}-error", class_name="govuk-error-message")
