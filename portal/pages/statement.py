"""The statement: what was charged, what was paid, and how the balance came about."""

from typing import Any, Final

import reflex as rx
from reflex.event import EventSpec

from portal import routes
from portal.parts.account_links import account_nav
from portal.parts.choice import choice
from portal.parts.date_input import date_input
from portal.parts.frame import page_for_tenants, while_loading
from portal.parts.own_accounts import account_chosen, own_summary
from portal.presenters.accounts import AccountLink, account_links
from portal.presenters.choices import Option, period_options
from portal.presenters.period import NotAPeriod, chosen_period
from portal.presenters.statement import StatementRow, StatementView, statement
from rent import runtime
from rent.domain.account import AccountId
from rent.domain.periods import Period
from rent.usecases.people.see_own_statement import see_own_statement
from rent.words import _
from web.components.buttons import button
from web.components.error_summary import ERROR_SUMMARY, Problem, error_summary
from web.components.summary_list import summary_list
from web.components.table import rows, table
from web.database import ask
from web.guard import signed_in
from web.localised import locale_of, say
from web.markers import tenant
from web.native import native_a

FIGURES: Final = "figures"


class StatementState(rx.State):
    """The statement in view."""

    view: StatementView = StatementView()
    accounts: rx.Field[list[AccountLink]] = rx.field(default_factory=list)
    periods: rx.Field[list[Option]] = rx.field(default_factory=list)
    problems: rx.Field[list[Problem]] = rx.field(default_factory=list)
    error_from: str = ""
    error_to: str = ""
    _account: int = 0

    @rx.event
    @tenant
    async def load(self) -> None:
        """Show the last thirteen weeks of the account the address names, or of the rent account."""
        locale, self.problems = locale_of(self), []
        self.error_from = self.error_to = ""
        accounts = (await own_summary(signed_in(self))).accounts
        self._account = account_chosen(self, accounts).id
        self.accounts = account_links(accounts, routes.STATEMENT, self._account, locale)
        self.periods = period_options(locale)
        await self._show(chosen_period({}, runtime.today()))

    @rx.event
    @tenant
    async def choose(self, form: dict[str, Any]) -> EventSpec:
        """Show the days somebody chose."""
        self.problems, self.error_from, self.error_to = [], "", ""
        try:
            await self._show(chosen_period(form, runtime.today()))
        except NotAPeriod as wrong:
            message = _(wrong.message, locale_of(self))
            self.problems = [Problem(wrong.field, message)]
            self.error_from, self.error_to = (message, "") if wrong.field == "from-day" else ("", message)
            return rx.set_focus(ERROR_SUMMARY)
        # They stand far above the form, out of sight on a phone.
        return rx.set_focus(FIGURES)

    async def _show(self, period: Period) -> None:
        who, today = signed_in(self), runtime.today()
        account, drawn = await ask(
            see_own_statement, person_id=who.person_id, account_id=AccountId(self._account), period=period, today=today
        )
        self.view = statement(drawn, account, today, locale_of(self))


def title() -> str:
    """Return the page's title."""
    return say("Statement")


def page() -> rx.Component:
    """Return the page."""
    return page_for_tenants(
        say("Statement"),
        error_summary(StatementState.problems),
        while_loading(StatementState.view.is_ready, rx.fragment(account_nav(StatementState.accounts), _statement(), _choose())),
    )


def _statement() -> rx.Component:
    view = StatementState.view
    headings = [say("Date"), say("What"), say("Charged"), say("Paid"), say("Balance")]
    sums = summary_list(
        (say("Balance at the start"), view.opening),
        (say("Charged"), view.debits),
        (say("Paid"), view.credits),
        (say("Balance at the end"), view.closing),
    )
    body = rows(StatementState.view.rows, _cells, numeric=(2, 3, 4))
    listed = table(view.caption, headings, body, numeric=(2, 3, 4))
    nothing = rx.el.p(say("Nothing was charged or paid in these days."), class_name="govuk-body")
    empty = rx.fragment(rx.el.p(view.caption, class_name="govuk-body"), nothing)
    return rx.fragment(
        rx.el.div(sums, id=FIGURES, tab_index=-1, role="group", custom_attrs={"aria-label": view.caption}),
        rx.cond(view.rows.length() > 0, rx.el.div(listed, class_name="ek-statement"), empty),
        rx.el.p(say("A balance is what you owe, unless it says credit."), class_name="govuk-body"),
        _keep(),
    )


def _cells(row: StatementRow) -> list[rx.Var[str]]:
    return [row.day, row.what, row.charged, row.paid, row.balance]


def _keep() -> rx.Component:
    csv = native_a(say("Download as a spreadsheet (CSV)"), href=StatementState.view.csv, class_name="govuk-link", download="")
    pdf = native_a(say("Download as a document (PDF)"), href=StatementState.view.pdf, class_name="govuk-link", download="")
    return rx.el.ul(rx.el.li(pdf), rx.el.li(csv), class_name="govuk-list")


def _choose() -> rx.Component:
    hint = say("For example, 27 3 2026")
    return rx.el.form(
        rx.el.h2(say("See other days"), class_name="govuk-heading-m"),
        choice(say("Which days?"), "period", StatementState.periods),
        date_input(say("First day"), "from", hint=hint, error=StatementState.error_from),
        date_input(say("Last day"), "to", hint=hint, error=StatementState.error_to),
        button(say("Show the statement")),
        on_submit=StatementState.choose,
        no_validate=True,
    )
