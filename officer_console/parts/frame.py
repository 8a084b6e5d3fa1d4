"""The frame of a page for officers."""

import reflex as rx

from officer_console import routes
from officer_console.desk import Desk
from officer_console.service import MENU, SERVICE
from web.components.buttons import button
from web.localised import say
from web.native import native_form
from web.session_end import warning
from web.shell import places, shell


def page_for_officers(heading: str | rx.Var[str], *children: rx.Component) -> rx.Component:
    """Return a page with the places an officer's role has, and who they are."""
    return shell(SERVICE, heading, warning(), *children, _who(), menu=places(MENU))


def page_for_anybody(heading: str, *children: rx.Component) -> rx.Component:
    """Return a page that knows nothing of who reads it."""
    return shell(SERVICE, heading, *children, menu=places(MENU))


def _who() -> rx.Component:
    signed_in = rx.el.p(say("Signed in as"), " ", rx.el.strong(Desk.name), ", ", Desk.role, class_name="govuk-body-s")
    leave = native_form(button(say("Sign out"), kind="secondary"), action=routes.SIGN_OUT)
    return rx.el.div(rx.cond(Desk.name != "", signed_in, rx.fragment()), leave, class_name="ek-sign-out")
