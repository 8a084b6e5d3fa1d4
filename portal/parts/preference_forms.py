"""The forms of the contact preferences, one for each thing to change."""

import reflex as rx

from portal.parts.choice import choice
from portal.presenters.preferences import NumberView
from web.components.buttons import button
from web.components.fields import text_input
from web.components.text import Text
from web.localised import say
from web.native import Prop


def language_form(view: Prop, save: Prop) -> rx.Component:
    """Return the choice of language and of the contact to use first."""
    return rx.el.form(
        choice(say("Which language shall we write to you in?"), "language", view.languages),
        rx.cond(view.contacts.length() > 0, choice(say("How shall we reach you first?"), "preferred", view.contacts), rx.fragment()),
        button(say("Save")),
        on_submit=save,
    )


def texts_form(view: Prop, choose: Prop) -> rx.Component:
    """Return, for each number, what we send and the button that changes it."""

    def number(one: NumberView) -> rx.Component:
        stop = button(say("Stop texts to this number"), kind="secondary")
        start = button(say("Send texts to this number"), kind="secondary")
        form = rx.el.form(
            rx.el.input(type="hidden", name="number", value=one.value, read_only=True),
            rx.el.input(type="hidden", name="wanted", value=rx.cond(one.wants_texts, "no", "yes"), read_only=True),
            rx.cond(one.wants_texts, stop, start),
            on_submit=choose,
        )
        named = rx.el.h3(one.words, class_name="govuk-heading-s")
        return rx.el.li(named, rx.el.p(one.state, class_name="govuk-body"), form)

    return rx.fragment(
        rx.el.h2(say("Texts"), class_name="govuk-heading-m"),
        rx.el.p(say("If you stop all texts, we cannot text you a code to sign in. You can call us for one."), class_name="govuk-body"),
        rx.el.ul(rx.foreach(view.numbers, number), class_name="govuk-list"),
    )


def neutral_form(view: Prop, keep: Prop, phone: Text) -> rx.Component:
    """Return the way to have texts that say nothing to somebody else who reads the phone."""
    ask = rx.el.form(
        rx.el.p(say("If somebody else may read your phone, our texts can leave out rent and money."), class_name="govuk-body"),
        button(say("Leave out rent and money"), kind="secondary"),
        on_submit=keep,
    )
    kept = rx.el.p(
        say("Our texts to you leave out rent and money. To change this, call us:"),
        " ",
        rx.el.bdi(phone, class_name="ek-number"),
        class_name="govuk-body",
    )
    return rx.fragment(rx.el.h2(say("What our texts say"), class_name="govuk-heading-m"), rx.cond(view.is_neutral, kept, ask))


def add_number_form(add: Prop, error: Text) -> rx.Component:
    """Return the question for a new number."""
    hint = say("We use a new number after 2 days, and tell your other contacts about it. This keeps your account safe.")
    return rx.el.form(
        rx.el.h2(say("Add a mobile number"), class_name="govuk-heading-m"),
        text_input(say("UK mobile number"), "number", hint=hint, error=error, type="tel", auto_complete="tel"),
        button(say("Add this number")),
        on_submit=add,
        no_validate=True,
        reset_on_submit=False,
    )
