"""The accessibility statement."""

import reflex as rx

from portal.landlord import Landlord
from portal.parts.frame import page_for_anybody
from web.localised import say


def title() -> str:
    """Return the page's title."""
    return say("Accessibility statement")


def page() -> rx.Component:
    """Return the page."""
    can = [
        say("use it on a phone 320 pixels wide, or enlarged to 400%"),
        say("use it with a keyboard alone"),
        say("read it in English, Welsh and Arabic"),
        say("sign in, see your balance and pay without JavaScript"),
    ]
    return page_for_anybody(
        say("Accessibility statement"),
        rx.el.p(say("We want as many people as possible to be able to use this service. You should be able to:"), class_name="govuk-body"),
        rx.el.ul(*map(rx.el.li, can), class_name="govuk-list govuk-list--bullet"),
        rx.el.h2(say("How we tested it"), class_name="govuk-heading-m"),
        rx.el.p(
            say(
                "Each page is checked by machine against the Web Content Accessibility Guidelines 2.2 AA, "
                "and the main steps are tried by keyboard alone."
            ),
            class_name="govuk-body",
        ),
        rx.el.p(say("It has not been tested yet by disabled people, or with screen readers."), class_name="govuk-body"),
        rx.el.h2(say("Tell us about a problem"), class_name="govuk-heading-m"),
        rx.el.p(
            say("If something does not work for you, call us:"),
            " ",
            rx.el.bdi(Landlord.phone, class_name="ek-number"),
            class_name="govuk-body",
        ),
        rx.el.p(say("We can give you the same information another way, such as large print or by phone."), class_name="govuk-body"),
    )
