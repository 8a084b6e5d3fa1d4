"""Everything about one tenancy, kept up to date while it is open."""

from typing import Final

import reflex as rx

from officer_console.desk import Desk
from officer_console.parts.accounts import accounts, payments
from officer_console.parts.case import CaseState
from officer_console.parts.frame import page_for_officers
from officer_console.parts.payment_link import LinkState, payment_link_form
from officer_console.parts.reason import reason_form
from officer_console.parts.reply import ReplyState, reply_form
from officer_console.parts.sign_in_code import CodeState, sign_in_code_form
from officer_console.parts.summary import facts, figures, holds, household
from officer_console.parts.threads import threads
from officer_console.ticker import Ticker
from web.components.buttons import button
from web.components.notices import inset_text
from web.components.timeline import timeline
from web.localised import say
from web.native import native_a

# Within two seconds of the event, whatever the line adds.
LOOKS_EVERY_MS: Final = 1000
ON_LOAD: Final = (CaseState.load, ReplyState.begin, LinkState.begin, CodeState.begin)


def title() -> str:
    """Return the page's title; no name, since it stays in the browser's history."""
    return say("Tenancy")


def page() -> rx.Component:
    """Return the page."""
    heading = rx.cond(CaseState.is_open, CaseState.view.heading, say("Tenancy"))
    return page_for_officers(
        heading,
        rx.cond(CaseState.needs_reason, reason_form(), rx.fragment()),
        rx.cond(CaseState.is_open, _case(), rx.fragment()),
    )


def _case() -> rx.Component:
    masked = inset_text(say("You see this tenancy as an auditor: names, contacts and words are hidden."))
    return rx.fragment(
        Ticker.create(every=LOOKS_EVERY_MS, on_tick=CaseState.refresh),
        rx.cond(CaseState.view.is_masked, masked, rx.fragment()),
        holds(),
        figures(),
        _sections(),
        rx.el.div(
            rx.el.div(
                _part("conversation", say("Conversation"), threads(), _work()),
                _part("household", say("Household"), household()),
                _part("tenancy", say("Tenancy"), facts()),
                _part("timeline", say("Timeline"), timeline(CaseState.events)),
                class_name="ek-half",
            ),
            rx.el.div(
                _part("payments", say("Payments"), payments()),
                _part("accounts", say("Accounts"), accounts()),
                class_name="ek-half",
            ),
            class_name="ek-halves",
        ),
        _following(),
    )


def _work() -> rx.Component:
    """Return what an officer can do here, beside what was said."""
    code = rx.cond(Desk.may_give_code, _folded(say("Give a sign-in code"), sign_in_code_form()), rx.fragment())
    return rx.cond(
        Desk.may_work,
        rx.fragment(
            rx.el.h3(say("Reply by text"), class_name="govuk-heading-s"),
            reply_form(),
            _folded(say("Send a payment link"), payment_link_form()),
            code,
        ),
        rx.fragment(),
    )


def _sections() -> rx.Component:
    names = (
        ("conversation", say("Conversation")),
        ("household", say("Household")),
        ("tenancy", say("Tenancy")),
        ("timeline", say("Timeline")),
        ("payments", say("Payments")),
        ("accounts", say("Accounts")),
    )
    links = [rx.el.li(native_a(name, href=f"#{anchor}", class_name="govuk-link")) for anchor, name in names]
    return rx.el.nav(rx.el.ul(*links, class_name="ek-sections"), custom_attrs={"aria-label": say("On this page")})


def _part(anchor: str, name: str, *children: rx.Component) -> rx.Component:
    heading = f"{anchor}-heading"
    return rx.el.section(
        rx.el.h2(name, id=heading, class_name="govuk-heading-m"), *children, id=anchor, custom_attrs={"aria-labelledby": heading}
    )


def _folded(name: str, *children: rx.Component) -> rx.Component:
    return rx.el.details(
        rx.el.summary(rx.el.span(name, class_name="govuk-details__summary-text"), class_name="govuk-details__summary"),
        rx.el.div(*children, class_name="govuk-details__text"),
        class_name="govuk-details",
    )


def _following() -> rx.Component:
    follows = rx.el.p(say("This page keeps itself up to date."), class_name="govuk-body-s")
    rests = rx.el.p(say("This page does not keep itself up to date."), class_name="govuk-body-s")
    stop = button(say("Stop updating"), kind="secondary", type="button", on_click=CaseState.pause)
    start = button(say("Keep up to date"), kind="secondary", type="button", on_click=CaseState.pause)
    return rx.cond(CaseState.updates_itself, rx.fragment(follows, stop), rx.fragment(rests, start))
