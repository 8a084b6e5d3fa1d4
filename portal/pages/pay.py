"""Pay: to which account, and how much."""

from typing import Any
from uuid import uuid4

import reflex as rx
from reflex.event import EventSpec

from portal import routes
from portal.parts.account_links import account_nav
from portal.parts.choice import choice
from portal.parts.frame import page_for_tenants, while_loading
from portal.parts.own_accounts import account_chosen, own_summary
from portal.presenters.accounts import AccountLink, account_links
from portal.presenters.pay import CheckView, NotAChoice, OffersView, amounts_of, check, chosen_amount, offers
from rent.words import _
from web.components.buttons import button
from web.components.error_summary import ERROR_SUMMARY, Problem, error_summary
from web.components.fields import money_input
from web.guard import signed_in
from web.localised import in_locale, locale_of, say
from web.markers import tenant


class PayState(rx.State):
    """What can be paid, and what somebody chose."""

    accounts: rx.Field[list[AccountLink]] = rx.field(default_factory=list)
    offers: OffersView = OffersView()
    problems: rx.Field[list[Problem]] = rx.field(default_factory=list)
    error_what: str = ""
    error_amount: str = ""
    chosen: CheckView = CheckView()

    @rx.event
    @tenant
    async def load(self) -> None:
        """Show what can be paid to the account the address names, or to the rent account."""
        locale, self.chosen = locale_of(self), CheckView()
        self._complain()
        summary = await own_summary(signed_in(self))
        account = account_chosen(self, summary.accounts)
        self.accounts = account_links(summary.accounts, routes.PAY, account.id, locale)
        self.offers = offers(account, summary, self.router.url.query_parameters.get("what", ""), locale)

    @rx.event
    @tenant
    async def choose(self, form: dict[str, Any]) -> EventSpec:
        """Lead on to the check, or say what to put right."""
        self._complain()
        summary = await own_summary(signed_in(self))
        account = account_chosen(self, summary.accounts)
        try:
            amount = chosen_amount(form, amounts_of(account, summary))
        except NotAChoice as wrong:
            self._complain(Problem(wrong.field, _(wrong.message, locale_of(self))))
            return rx.set_focus(ERROR_SUMMARY)
        self.chosen = check(account, amount, uuid4().hex, locale_of(self))
        return rx.redirect(in_locale(routes.PAY_CHECK, locale_of(self)))

    @rx.event
    @tenant
    def look_over(self) -> EventSpec | None:
        """Show the check; whoever comes straight to it has something to choose first."""
        return None if self.chosen.is_ready else rx.redirect(in_locale(routes.PAY, locale_of(self)))

    def _complain(self, *problems: Problem) -> None:
        self.problems = list(problems)
        self.error_what = next((problem.message for problem in problems if problem.field == "what"), "")
        self.error_amount = next((problem.message for problem in problems if problem.field == "amount"), "")


def title() -> str:
    """Return the page's title."""
    return say("Pay")


def page() -> rx.Component:
    """Return the page."""
    return page_for_tenants(
        say("Pay"),
        error_summary(PayState.problems),
        while_loading(PayState.offers.is_ready, rx.fragment(account_nav(PayState.accounts), _form())),
    )


def _form() -> rx.Component:
    offers = PayState.offers
    typed = money_input(
        say("Amount in pounds"), "amount", hint=say("Only if you chose another amount"), error=PayState.error_amount, auto_complete="off"
    )
    only = money_input(say("Amount in pounds"), "amount", error=PayState.error_amount, auto_complete="off")
    options = rx.fragment(choice(say("How much do you want to pay?"), "what", offers.options, error=PayState.error_what), typed)
    note = rx.el.p(offers.note, class_name="govuk-body")
    return rx.el.form(
        rx.el.p(say("You are paying:"), " ", rx.el.strong(offers.account), class_name="govuk-body"),
        rx.cond(offers.options.length() > 0, options, rx.fragment(note, only)),
        button(say("Continue")),
        on_submit=PayState.choose,
        no_validate=True,
    )
