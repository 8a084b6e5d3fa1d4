"""Accounts, the postings of one of them, and attempts to pay."""

import reflex as rx

from officer_console.parts.case import CaseState
from web.components.buttons import button
from web.components.notices import tag
from web.components.table import rows, table
from web.localised import say
from web.native import Prop


def accounts() -> rx.Component:
    """Return every account with its balance, and the postings of the one in view."""
    headings = (say("Account"), say("Reference"), say("Balance"), say("Postings"))
    body = rows(CaseState.view.accounts, _account, numeric=(2,))
    return rx.fragment(table(say("Balances"), headings, body, numeric=(2,)), _postings())


def payments() -> rx.Component:
    """Return the latest attempts to pay by card."""
    headings = (say("Started"), say("Amount"), say("Account"), say("Status"))
    body = rows(CaseState.payments, _payment, numeric=(1,))
    none = rx.el.p(say("Nobody has paid by card yet."), class_name="govuk-body")
    return rx.cond(CaseState.payments.length() > 0, table(say("Card payments"), headings, body, numeric=(1,)), none)


def _account(account: Prop) -> tuple[rx.Component | rx.Var[str], ...]:
    label = rx.fragment(say("Show postings"), rx.el.span(" ", account.name, " ", account.reference, class_name="govuk-visually-hidden"))
    show = rx.el.button(label, type="button", class_name="ek-link-button", on_click=CaseState.show_account(account.id))
    return (account.name, account.reference, account.balance, rx.cond(account.is_shown, rx.el.span(say("In view")), show))


def _postings() -> rx.Component:
    ledger = CaseState.ledger
    headings = (say("Date"), say("What"), say("Charged"), say("Paid"), say("Balance"))
    body = rows(ledger.lines, _line, numeric=(2, 3, 4))
    none = rx.el.p(ledger.caption, ": ", say("no postings."), class_name="govuk-body")
    older = button(say("Show older postings"), kind="secondary", type="button", on_click=CaseState.show_more)
    return rx.fragment(
        rx.cond(ledger.lines.length() > 0, table(ledger.caption, headings, body, numeric=(2, 3, 4)), none),
        rx.el.p(say("Balance before that:"), " ", ledger.opening, class_name="govuk-body"),
        rx.cond(ledger.has_more, older, rx.fragment()),
    )


def _line(line: Prop) -> tuple[rx.Component | rx.Var[str], ...]:
    return (rx.el.span(line.day, class_name="ek-day"), line.what, line.charged, line.paid, line.balance)


def _payment(payment: Prop) -> tuple[rx.Component | rx.Var[str], ...]:
    colour = rx.match(
        payment.colour,
        *((name, tag(payment.status, name)) for name in ("green", "yellow", "red", "orange")),
        tag(payment.status, "grey"),
    )
    return (payment.at, payment.amount, payment.account, colour)
