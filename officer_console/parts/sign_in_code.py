"""Give somebody a code to sign in with, after calling them back on a number we hold."""

from typing import Any, Final

import reflex as rx
from reflex.event import EventSpec

from officer_console.parts.case import CaseState, opened_by
from officer_console.parts.person_choice import person_choice, person_chosen
from rent import runtime
from rent.domain.officer import Action
from rent.store.access import NoSuchRecord
from rent.usecases.people.issue_code_by_officer import issue_code_by_officer
from rent.words import _
from web.components.buttons import button
from web.database import tell
from web.guard import signed_in
from web.localised import locale_of, say
from web.markers import officer

CODE: Final = "sign-in-code"


class CodeState(rx.State):
    """The code, shown once, to be read out."""

    code: str = ""
    error: str = ""

    @rx.event
    @officer(Action.SEE_TENANCY)
    async def begin(self) -> None:
        """Show no code."""
        self.code = self.error = ""

    @rx.event
    @officer(Action.ISSUE_SIGN_IN_CODE)
    async def issue(self, form: dict[str, Any]) -> list[EventSpec]:
        """Make a code and show it; it takes the place of an older one."""
        self.code = self.error = ""
        facts = {"public_id": (await opened_by(self)).public_id, "person_id": person_chosen(form), "hashes": runtime.keyed_hash()}
        try:
            who = signed_in(self).officer
            self.code = await tell(issue_code_by_officer, officer=who, **facts, now=runtime.now(), today=runtime.today())
        except NoSuchRecord:
            self.error = _("You can give codes on your own patch only, and to tenants only.", locale_of(self))
        return [rx.set_focus(CODE), CaseState.look_again]


def sign_in_code_form() -> rx.Component:
    """Return the form, or the code once it is made."""
    rule = say("Only after you have called them back on a number we already hold. Never on a call they made.")
    form = rx.el.form(
        rx.el.p(rule, class_name="govuk-body"),
        person_choice(say("Who is on the phone?"), "code", only_texts=False),
        button(say("Make a code"), kind="secondary"),
        on_submit=CodeState.issue,
        no_validate=True,
    )
    shown = rx.el.div(
        rx.el.p(say("Read this code out. It works once, for 30 minutes, and is not shown again."), class_name="govuk-body"),
        rx.el.p(CodeState.code, class_name="ek-code", dir="ltr"),
        button(say("Hide the code"), kind="secondary", type="button", on_click=CodeState.begin),
        class_name="govuk-inset-text",
    )
    refused = rx.el.p(CodeState.error, class_name="govuk-error-message")
    return rx.fragment(
        rx.el.div(rx.cond(CodeState.error != "", refused, rx.fragment()), id=CODE, tab_index=-1, role="status"),
        rx.cond(CodeState.code != "", shown, form),
    )
