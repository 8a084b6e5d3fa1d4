"""The privacy notice."""

import reflex as rx

from portal.landlord import Landlord
from portal.parts.frame import page_for_anybody
from web.localised import say


def title() -> str:
    """Return the page's title."""
    return say("Privacy")


def page() -> rx.Component:
    """Return the page."""
    keep = [
        say("your name, your home and how to reach you"),
        say("your rent accounts, what was charged and what was paid"),
        say("the messages between you and us"),
        say("when you signed in, and which officer looked at your record"),
    ]
    do_not = [
        say("your card number: you give it to our payment provider, on their own page"),
        say("cookies that follow you: there is one, to keep you signed in, and one while you sign in"),
    ]
    return page_for_anybody(
        say("Privacy"),
        rx.el.p(rx.el.bdi(Landlord.name), " ", say("runs this service and decides what is done with your data."), class_name="govuk-body"),
        rx.el.h2(say("What we keep"), class_name="govuk-heading-m"),
        rx.el.ul(*map(rx.el.li, keep), class_name="govuk-list govuk-list--bullet"),
        rx.el.h2(say("What we do not keep"), class_name="govuk-heading-m"),
        rx.el.ul(*map(rx.el.li, do_not), class_name="govuk-list govuk-list--bullet"),
        rx.el.h2(say("Who else sees it"), class_name="govuk-heading-m"),
        rx.el.p(
            say(
                "Our payment provider sees what you pay. Our text provider sees the texts we send. Neither may use them for anything else."
            ),
            class_name="govuk-body",
        ),
        rx.el.h2(say("Your rights"), class_name="govuk-heading-m"),
        rx.el.p(
            say("You can ask to see your data, to have it put right, and to object to how we use it. Call us:"),
            " ",
            rx.el.bdi(Landlord.phone, class_name="ek-number"),
            class_name="govuk-body",
        ),
    )
