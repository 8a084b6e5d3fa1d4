"""Ask why an officer looks at a tenancy that is not on their patch."""

import reflex as rx

from officer_console.parts.case import REASON, CaseState
from web.components.buttons import button
from web.components.error_summary import error_summary
from web.components.fields import text_input
from web.localised import say


def reason_form() -> rx.Component:
    """Return the question."""
    hint = say("For example, I cover for a colleague, or the tenant has called me. It is kept with your name.")
    return rx.fragment(
        error_summary(CaseState.problems),
        rx.el.p(say("This tenancy is not on your patch. Every look at it is recorded."), class_name="govuk-body"),
        rx.el.form(
            text_input(say("Why do you need to see it?"), REASON, hint=hint, error=CaseState.reason_error, auto_complete="off"),
            button(say("Continue")),
            on_submit=CaseState.give_reason,
            no_validate=True,
        ),
    )
