"""What the console keeps about the officers who use it."""

import reflex as rx

from officer_console.parts.frame import page_for_anybody
from web.localised import say


def title() -> str:
    """Return the page's title."""
    return say("Privacy")


def page() -> rx.Component:
    """Return the page."""
    kept = [
        say("each tenancy you open, when, and your reason if it is not on your patch"),
        say("each text, payment link and sign-in code you send or give, with your name"),
        say("when you signed in"),
    ]
    return page_for_anybody(
        say("Privacy"),
        rx.el.p(say("What you see here is about other people. Open only what your work needs."), class_name="govuk-body"),
        rx.el.p(say("We keep, and auditors can see:"), class_name="govuk-body"),
        rx.el.ul(*map(rx.el.li, kept), class_name="govuk-list govuk-list--bullet"),
        rx.el.p(say("There is one cookie, to keep you signed in, and one while you sign in."), class_name="govuk-body"),
    )
