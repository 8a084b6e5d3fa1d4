"""Look a payment over before leaving for the card page."""

import reflex as rx

from portal import routes
from portal.pages.pay import PayState
from portal.parts.frame import page_for_tenants, while_loading
from web.components.buttons import button, link
from web.components.fields import hidden
from web.components.summary_list import summary_list
from web.localised import here, say
from web.native import native_form


def title() -> str:
    """Return the page's title."""
    return say("Check your payment")


def page() -> rx.Component:
    """Return the page."""
    return page_for_tenants(say("Check your payment"), while_loading(PayState.chosen.is_ready, rx.fragment(_check(), _form())))


def _check() -> rx.Component:
    chosen = PayState.chosen
    facts = summary_list((say("You are paying"), chosen.account), (say("Amount"), chosen.amount))
    return rx.fragment(facts, rx.el.p(link(say("Change this"), here(routes.PAY)), class_name="govuk-body"))


def _form() -> rx.Component:
    """Return a form the browser itself posts: its answer leads to another site, which only a real navigation can reach."""
    chosen = PayState.chosen
    return native_form(
        hidden("account", chosen.account_id),
        hidden("pence", chosen.pence),
        hidden("command", chosen.command_id),
        rx.el.p(say("You will pay by card on our payment provider's page. We never see your card number."), class_name="govuk-body"),
        button(say("Continue to card payment")),
        action=here(routes.PAY_START),
    )
