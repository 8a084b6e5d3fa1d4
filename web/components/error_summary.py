"""
The list of what to put right, at the top of a page.

Shown from state. The handler that fills it ends with ``rx.set_focus(ERROR_SUMMARY)``.
"""

from dataclasses import dataclass

import reflex as rx

from web.error_title import error_title
from web.localised import say
from web.native import native_a

ERROR_SUMMARY = "error-summary"


@dataclass(frozen=True, slots=True)
class Problem:
    """What to put right, and the name of the field where."""

    field: str
    message: str


def error_summary(problems: rx.Var[list[Problem]]) -> rx.Component:
    """Return the summary, shown while there are problems."""
    title = rx.el.h2(say("There is a problem"), class_name="govuk-error-summary__title")
    body = rx.el.ul(rx.foreach(problems, _problem), class_name="govuk-list govuk-error-summary__list")
    summary = rx.el.div(
        rx.el.div(title, rx.el.div(body, class_name="govuk-error-summary__body"), role="alert"),
        id=ERROR_SUMMARY,
        tab_index=-1,
        class_name="govuk-error-summary",
    )
    is_wrong = problems.length() > 0
    return rx.fragment(error_title(is_wrong), rx.cond(is_wrong, summary, rx.fragment()))


def _problem(problem: rx.Var[Problem]) -> rx.Component:
    return rx.el.li(native_a(problem.message, href="#" + problem.field))
