"""The frame of a page for tenants who are signed in, and of one for anybody."""

import reflex as rx

from portal import routes
from portal.service import PUBLIC, SERVICE
from web.components.buttons import button
from web.localised import here, say
from web.native import native_form
from web.session_end import warning
from web.shell import places, shell


def page_for_tenants(heading: str | rx.Var[str], *children: rx.Component, exits: bool = False) -> rx.Component:
    """Return a page with the menu, the warning before the session ends, and the way out."""
    return shell(SERVICE, heading, warning(), *children, sign_out(), exits=exits)


def page_for_both(heading: str, is_stranger: rx.Var[bool], welcome: rx.Component, own: rx.Component) -> rx.Component:
    """Return a page that is a tenant's own, or welcomes somebody who is not signed in."""
    menu = rx.cond(is_stranger, rx.fragment(), places(SERVICE.navigation))
    return shell(PUBLIC, heading, warning(), rx.cond(is_stranger, welcome, rx.fragment(own, sign_out())), menu=menu)


def page_for_anybody(heading: str, *children: rx.Component) -> rx.Component:
    """Return a page that knows nothing of who reads it."""
    return shell(PUBLIC, heading, *children)


def while_loading(is_ready: rx.Var[bool], shown: rx.Component) -> rx.Component:
    """Return the component once its figures have come; until then say so, and offer the page without script."""
    waiting = rx.el.p(say("Getting your figures"), class_name="govuk-body", role="status")
    return rx.cond(is_ready, shown, rx.fragment(waiting, rx.el.noscript(_without_script())))


def sign_out() -> rx.Component:
    """Return the button that ends the session, here and everywhere."""
    return native_form(button(say("Sign out"), kind="secondary"), action=here(routes.SIGN_OUT), class_name="ek-sign-out")


def _without_script() -> rx.Component:
    link = rx.el.a(say("Your balance without JavaScript"), href=here(routes.BALANCE_WITHOUT_SCRIPT), class_name="govuk-link")
    return rx.el.p(say("This page needs JavaScript."), " ", link, class_name="govuk-body")
