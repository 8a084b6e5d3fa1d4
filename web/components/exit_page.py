"""
Leave at once, for somebody who may be watched.

A plain link to our own sign-out, which ends the session and then sends the browser to a
harmless site; pressing Shift three times does the same (``assets/exit-this-page.js``).
"""

import reflex as rx

from web.localised import say
from web.native import native_a


def exit_this_page(path: str) -> rx.Component:
    """Return the button, for pages about safety, household, support and contact."""
    return rx.el.div(
        native_a(
            rx.el.span(say("Emergency"), " ", class_name="govuk-visually-hidden"),
            say("Exit this page"),
            href=path,
            rel="nofollow noreferrer",
            role="button",
            class_name="govuk-button govuk-button--warning govuk-exit-this-page__button ek-exit",
        ),
        class_name="govuk-exit-this-page ek-exit-place",
    )


def exit_skip_link(path: str) -> rx.Component:
    """Return the same for a keyboard, to stand just after the skip link."""
    link = native_a(say("Exit this page"), href=path, rel="nofollow noreferrer", class_name="govuk-skip-link ek-exit-skip")
    return rx.el.nav(link, custom_attrs={"aria-label": say("Exit")})
