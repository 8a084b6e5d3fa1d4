"""A conversation, after the MOJ messages; what people wrote is only ever shown as text."""

import reflex as rx

from web.components.text import Text
from web.native import Prop


def messages(said: rx.Var[Prop], *, label: Text) -> rx.Component:
    """Return a conversation; each message has ``from_us``, ``sender``, ``text``, ``language`` and ``at``."""
    listed = rx.el.ol(rx.foreach(said, _message), class_name="ek-messages__list")
    # The log is a box around the list, which could not be both.
    return rx.el.div(listed, class_name="ek-messages", role="log", tab_index=0, custom_attrs={"aria-label": label})


def _message(message: Prop) -> rx.Component:
    return rx.el.li(
        rx.el.p(message.text, class_name="ek-message__text ek-words", lang=message.language, dir="auto"),
        rx.el.p(rx.el.strong(message.sender), " ", rx.el.span(message.at), class_name="ek-message__by"),
        class_name=rx.cond(message.from_us, "ek-message ek-message--ours", "ek-message"),
    )
