"""Help and contact: one place, the same on every page."""

import reflex as rx

from portal.landlord import Landlord
from portal.parts.frame import page_for_anybody
from web.localised import say


def title() -> str:
    """Return the page's title."""
    return say("Help and contact")


def page() -> rx.Component:
    """Return the page."""
    return page_for_anybody(
        say("Help and contact"),
        rx.el.p(say("Call us:"), " ", rx.el.strong(rx.el.bdi(Landlord.phone, class_name="ek-number")), class_name="govuk-body-l"),
        *_part(
            say("If you cannot pay"),
            say("Call us, and do not wait. Tell us what you can pay and when. You do not need to know all the answers first."),
        ),
        *_part(
            say("If you cannot sign in"),
            say("We text a code to a phone we have on file for you. If that phone is not yours any more, call us."),
            say("We will check who you are, call you back and give you a code."),
        ),
        *_part(
            say("If you are not safe"),
            say("In an emergency, call 999."),
            say("If somebody else may read your phone or your letters, call us. We will agree a safe way to reach you."),
        ),
        *_part(say("If we got something wrong"), say("Call us and say that you want to complain. We will tell you what happens next.")),
        *_part(
            say("Another language, large print, or a sign language"),
            say("Tell us what you need and we will write it down, so that you are not asked again."),
        ),
    )


def _part(heading: str, *paragraphs: str) -> tuple[rx.Component, ...]:
    said = [rx.el.p(words, class_name="govuk-body") for words in paragraphs]
    return (rx.el.h2(heading, class_name="govuk-heading-m"), *said)
