"""Text somebody a link to pay by."""

from typing import Any, Final

import reflex as rx
from reflex.event import EventSpec

from officer_console.forms import number_of, typed_or_nothing
from officer_console.parts.case import CaseState, Opened, opened_by
from officer_console.parts.commands import command_field, command_of, new_command
from officer_console.parts.person_choice import person_choice, person_chosen
from rent import runtime
from rent.domain.account import AccountId
from rent.domain.money import NotAnAmount, pounds
from rent.domain.officer import Action
from rent.settings import settings
from rent.store.access import NoSuchRecord, ReasonNeeded
from rent.usecases.cases.send_payment_link import MayNotBeAsked, NobodyToText, NotThatAmount, SentBefore, Wanted, send_payment_link
from rent.words import _
from web.components.buttons import button
from web.components.fields import money_input
from web.database import tell
from web.guard import signed_in
from web.localised import locale_of, say
from web.markers import officer
from web.native import Prop

AMOUNT: Final = "amount"
ACCOUNT: Final = "account"


class LinkState(rx.State):
    """The link being asked for."""

    command: str = ""
    error: str = ""
    outcome: str = ""

    @rx.event
    @officer(Action.SEE_TENANCY)
    async def begin(self) -> None:
        """Begin a new link."""
        self.command, self.error, self.outcome = new_command(), "", ""

    @rx.event
    @officer(Action.SEND_PAYMENT_LINK)
    async def send(self, form: dict[str, Any]) -> EventSpec | None:
        """Text the link."""
        who, opened, locale = signed_in(self).officer, await opened_by(self), locale_of(self)
        self.error = self.outcome = ""
        facts = {"officer": who, "reason": opened.reason, "portal_origin": settings().portal_origin}
        try:
            facts |= {"wanted": _wanted(form, opened), "command_id": command_of(form, "link", who)}
            await tell(send_payment_link, **facts, now=runtime.now(), today=runtime.today())
        except SentBefore:
            pass
        except (NotAnAmount, NotThatAmount, NobodyToText, MayNotBeAsked, NoSuchRecord, ReasonNeeded) as refusal:
            self.error = _why_not(refusal, locale)
            return rx.set_focus(AMOUNT)
        self.command, self.outcome = new_command(), _("The link is on its way. It works for 1 hour.", locale)
        return CaseState.look_again


def payment_link_form() -> rx.Component:
    """Return the form."""
    form = rx.el.form(
        person_choice(say("To"), "link"),
        _account_choice(),
        money_input(say("Amount"), AMOUNT, error=LinkState.error, auto_complete="off"),
        command_field(LinkState.command),
        button(say("Send payment link")),
        on_submit=LinkState.send,
        no_validate=True,
        key=LinkState.command,
    )
    outcome = rx.el.p(LinkState.outcome, class_name="govuk-body govuk-!-font-weight-bold", role="status")
    return rx.fragment(outcome, form)


def _account_choice() -> rx.Component:
    def option(account: Prop) -> rx.Component:
        return rx.el.option(account.name, " ", account.reference, value=account.id)

    return rx.el.div(
        rx.el.label(say("Account"), html_for=ACCOUNT, class_name="govuk-label"),
        rx.el.select(rx.foreach(CaseState.view.accounts, option), id=ACCOUNT, name=ACCOUNT, class_name="govuk-select"),
        class_name="govuk-form-group",
    )


def _wanted(form: Any, opened: Opened) -> Wanted:  # noqa: ANN401 - whatever was sent
    account = number_of(form.get(ACCOUNT) if isinstance(form, dict) else None)
    amount = pounds(typed_or_nothing(form, AMOUNT, at_most=20))
    return Wanted(opened.public_id, person_chosen(form), AccountId(account), amount)


def _why_not(refusal: Exception, locale: str) -> str:
    match refusal:
        case NotAnAmount():
            return _("Enter an amount in pounds and pence, such as 15 or 97.40", locale)
        case NotThatAmount():
            return _("Enter an amount between £0.30 and £10,000", locale)
        case MayNotBeAsked():
            return _("They may not be asked for money by text: there is a hold, or somebody else may read their texts", locale)
        case NobodyToText():
            return _("There is no number of theirs that may be texted", locale)
        case _:
            return _("That cannot be done from here any more. Open the tenancy again", locale)
