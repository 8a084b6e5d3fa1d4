"""Buttons, and links that look like them."""

import reflex as rx

from web.components.text import Text
from web.native import Prop, native_a

_KINDS = {
    "primary": "govuk-button",
    "secondary": "govuk-button govuk-button--secondary",
    "warning": "govuk-button govuk-button--warning",
}


def button(text: Text, *, kind: str = "primary", **props: Prop) -> rx.Component:
    """Return a button that submits its form, or does what ``on_click`` says."""
    props.setdefault("type", "submit")
    return rx.el.button(text, class_name=_KINDS[kind], **props)


def button_link(text: Text, href: str | rx.Var[str], *, kind: str = "primary") -> rx.Component:
    """Return a link that looks like a button and leads on without changing anything."""
    return native_a(text, href=href, class_name=_KINDS[kind], role="button", draggable=False)


def link(text: Text, href: str | rx.Var[str]) -> rx.Component:
    """Return a link within the application."""
    return rx.el.a(text, href=href, class_name="govuk-link")
