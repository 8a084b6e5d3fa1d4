"""
Questions: a label, perhaps a hint, perhaps an error, and something to answer with.

Inputs are left uncontrolled, so that a slow line never eats typed letters, and always
have a ``name``, which is what reaches the form handler.
"""

from collections.abc import Sequence

import reflex as rx

from web.components.text import Text, either, given
from web.localised import say
from web.native import Prop


def text_input(label: Text, name: str, *, hint: Text = "", error: Text = "", width: str = "20", **props: Prop) -> rx.Component:
    """Return a one-line question; ``width`` is how many characters the answer usually has."""
    css = either(error, f"{_INPUT} govuk-input--error {_wide(width)}", f"{_INPUT} {_wide(width)}")
    return _group(
        label,
        name,
        hint,
        error,
        rx.el.input(id=name, name=name, class_name=css, type=props.pop("type", "text"), **_described(name, hint, error), **props),
    )


def money_input(label: Text, name: str, *, hint: Text = "", error: Text = "", **props: Prop) -> rx.Component:
    """Return a question about pounds; it stays left to right in every language."""
    css = either(error, f"{_INPUT} govuk-input--error govuk-input--width-5", f"{_INPUT} govuk-input--width-5")
    box = rx.el.input(
        id=name, name=name, class_name=css, type="text", input_mode="decimal", spell_check=False, **_described(name, hint, error), **props
    )
    prefix = rx.el.div("£", class_name="govuk-input__prefix", custom_attrs={"aria-hidden": "true"})
    return _group(label, name, hint, error, rx.el.div(prefix, box, class_name="govuk-input__wrapper ek-ltr", dir="ltr"))


def text_area(label: Text, name: str, *, hint: Text = "", error: Text = "", rows: int = 5, **props: Prop) -> rx.Component:
    """Return a question with a longer answer."""
    css = either(error, "govuk-textarea govuk-textarea--error", "govuk-textarea")
    return _group(
        label,
        name,
        hint,
        error,
        rx.el.textarea(id=name, name=name, rows=str(rows), class_name=css, **_described(name, hint, error), **props),
    )


def select(
    label: Text, name: str, options: Sequence[tuple[str, Text]], *, hint: Text = "", error: Text = "", **props: Prop
) -> rx.Component:
    """Return a choice of one from a long list; options are pairs of value and words."""
    chosen = [rx.el.option(words, value=value) for value, words in options]
    return _group(
        label,
        name,
        hint,
        error,
        rx.el.select(*chosen, id=name, name=name, class_name="govuk-select", **_described(name, hint, error), **props),
    )


def radios(
    legend: Text, name: str, options: Sequence[tuple[str, Text]], *, hint: Text = "", error: Text = "", checked: str = ""
) -> rx.Component:
    """Return a choice of one, all in view."""
    items = [
        _option("radios", name, value, words, number, default_checked=value == checked) for number, (value, words) in enumerate(options)
    ]
    return _fieldset(legend, name, hint, error, rx.el.div(*items, class_name="govuk-radios"))


def checkboxes(legend: Text, name: str, options: Sequence[tuple[str, Text]], *, hint: Text = "", error: Text = "") -> rx.Component:
    """Return a choice of any number; each option has its own name, ``name-value``."""
    items = [_option("checkboxes", f"{name}-{value}", "yes", words, number, base=name) for number, (value, words) in enumerate(options)]
    return _fieldset(legend, name, hint, error, rx.el.div(*items, class_name="govuk-checkboxes"))


def hidden(name: str, value: str | rx.Var[str]) -> rx.Component:
    """Return a field nobody sees, such as a command's own id."""
    return rx.el.input(type="hidden", name=name, value=value, id=f"{name}-hidden", read_only=True)


_INPUT = "govuk-input"


def _wide(width: str) -> str:
    return f"govuk-input--width-{width}" if width in {"2", "3", "4", "5", "10", "20", "30"} else ""


def _group(label: Text, name: str, hint: Text, error: Text, answer: rx.Component) -> rx.Component:
    return rx.el.div(
        rx.el.label(label, html_for=name, class_name="govuk-label"),
        _hint(name, hint),
        _error(name, error),
        answer,
        class_name=either(error, "govuk-form-group govuk-form-group--error", "govuk-form-group"),
    )


def _fieldset(legend: Text, name: str, hint: Text, error: Text, answers: rx.Component) -> rx.Component:
    return rx.el.div(
        rx.el.fieldset(
            rx.el.legend(legend, class_name="govuk-fieldset__legend govuk-fieldset__legend--m"),
            _hint(name, hint),
            _error(name, error),
            answers,
            class_name="govuk-fieldset",
            **_described(name, hint, error),
        ),
        class_name=either(error, "govuk-form-group govuk-form-group--error", "govuk-form-group"),
    )


def _option(kind: str, name: str, value: str, words: Text, number: int, *, base: str = "", default_checked: bool = False) -> rx.Component:
    # The first option bears the question's own id, so that the error summary can lead to it.
    own = base or name
    identifier = own if number == 0 else f"{own}-{number + 1}"
    box = rx.el.input(
        id=identifier,
        name=name,
        value=value,
        type="radio" if kind == "radios" else "checkbox",
        default_checked=default_checked,
        class_name=f"govuk-{kind}__input",
    )
    return rx.el.div(
        box, rx.el.label(words, html_for=identifier, class_name=f"govuk-label govuk-{kind}__label"), class_name=f"govuk-{kind}__item"
    )


def _hint(name: str, hint: Text) -> rx.Component:
    return given(hint, rx.el.div(hint, id=f"{name}-hint", class_name="govuk-hint"))


def _error(name: str, error: Text) -> rx.Component:
    spoken = rx.el.span(say("Error:"), " ", class_name="govuk-visually-hidden")
    return given(error, rx.el.p(spoken, error, id=f"{name}-error", class_name="govuk-error-message"))


def _described(name: str, hint: Text, error: Text) -> dict[str, Prop]:
    by_hint = f"{name}-hint" if isinstance(hint, rx.Var) or hint else ""
    with_error = f"{by_hint} {name}-error".strip()
    described = either(error, with_error, by_hint)
    return {"custom_attrs": {"aria-describedby": described}} if not isinstance(described, str) or described else {}
