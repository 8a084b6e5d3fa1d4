"""The portal's first page."""

import reflex as rx

from portal import routes
from portal.service import SERVICE
from web.components.buttons import button_link
from web.components.notices import inset_text
from web.localised import here, say
from web.shell import shell


def title() -> str:
    """Return the page's title."""
    return say("Your rent")


def page() -> rx.Component:
    """Return the page."""
    return shell(
        SERVICE,
        say("Your rent"),
        rx.el.p(say("See what you owe, pay, agree a way to catch up, or talk to somebody."), class_name="govuk-body-l"),
        inset_text(say("If you are worried about money, tell us early. We will look for a way with you.")),
        button_link(say("Sign in"), here(routes.SIGN_IN)),
    )
