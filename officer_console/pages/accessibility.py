"""The console's accessibility statement."""

import reflex as rx

from officer_console.parts.frame import page_for_anybody
from web.localised import say


def title() -> str:
    """Return the page's title."""
    return say("Accessibility statement")


def page() -> rx.Component:
    """Return the page."""
    can = [
        say("use it on a screen 320 pixels wide, or enlarged to 400%"),
        say("use it with a keyboard alone"),
        say("stop the page from updating itself"),
    ]
    return page_for_anybody(
        say("Accessibility statement"),
        rx.el.p(say("This console is for the landlord's own staff. You should be able to:"), class_name="govuk-body"),
        rx.el.ul(*map(rx.el.li, can), class_name="govuk-list govuk-list--bullet"),
        rx.el.p(
            say("Each page is checked by machine against the Web Content Accessibility Guidelines 2.2 AA, and used by keyboard alone."),
            class_name="govuk-body",
        ),
        rx.el.p(say("It has not been tested yet by disabled people or with every screen reader."), class_name="govuk-body"),
    )
