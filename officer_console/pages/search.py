"""Find a tenancy."""

from typing import Any, Final

import reflex as rx
from reflex.event import EventSpec

from officer_console.desk import Desk
from officer_console.forms import TooLong, typed
from officer_console.parts.frame import page_for_officers
from officer_console.presenters.search import HitsView, found
from rent.domain.lookup import TYPED_MAX
from rent.domain.officer import Action
from rent.usecases.officers.search_tenancies import UnableToSearch, search_tenancies
from rent.words import _
from web.components.buttons import button
from web.components.error_summary import ERROR_SUMMARY, Problem, error_summary
from web.components.fields import text_input
from web.components.table import rows, table
from web.database import ask
from web.guard import signed_in
from web.localised import locale_of, say
from web.markers import officer
from web.native import Prop

FIELD: Final = "wanted"
RESULTS: Final = "results"


class SearchState(rx.State):
    """What was looked for, and what was found."""

    wanted: str = ""
    error: str = ""
    problems: rx.Field[list[Problem]] = rx.field(default_factory=list)
    view: HitsView = HitsView()

    @rx.event
    @officer(Action.SEARCH)
    async def search(self, form: dict[str, Any]) -> EventSpec:
        """Look for what was typed."""
        self.problems, self.error = [], ""
        try:
            self.wanted = typed(form, FIELD, at_most=TYPED_MAX)
            hits = await ask(search_tenancies, officer=signed_in(self).officer, typed=self.wanted)
        except (TooLong, UnableToSearch):
            self.error = _("Enter at least 2 letters, and no more than {count}", locale_of(self), count=TYPED_MAX)
            self.problems = [Problem(FIELD, self.error)]
            self.view = HitsView()
            return rx.set_focus(ERROR_SUMMARY)
        self.view = found(hits, locale_of(self))
        return rx.set_focus(RESULTS)


def title() -> str:
    """Return the page's title."""
    return say("Search")


def page() -> rx.Component:
    """Return the page."""
    nothing_here = rx.el.p(say("Your role does not look at tenancies. Choose a place from the menu."), class_name="govuk-body")
    return page_for_officers(
        say("Find a tenancy"),
        error_summary(SearchState.problems),
        rx.cond(Desk.may_search, _form(), rx.cond(Desk.name != "", nothing_here, rx.fragment())),
        rx.cond(SearchState.view.is_ready, _results(), rx.fragment()),
    )


def _form() -> rx.Component:
    field = text_input(
        say("Reference, name, address, postcode or phone number"),
        FIELD,
        hint=say("The beginnings of words are enough, such as cer bow"),
        error=SearchState.error,
        width="20",
        auto_complete="off",
        spell_check=False,
        default_value=SearchState.wanted,
    )
    return rx.el.form(field, button(say("Search")), on_submit=SearchState.search, role="search", no_validate=True)


def _results() -> rx.Component:
    view = SearchState.view
    headings = (say("Reference"), say("Tenants"), say("Address"), say("Patch"))
    hits = table(say("Tenancies found"), headings, rows(view.hits, _cells))
    advice = rx.el.p(view.advice, class_name="govuk-body", role="status")
    return rx.el.section(
        rx.el.h2(say("Results"), class_name="govuk-heading-m", id=RESULTS, tab_index=-1),
        rx.cond(view.advice != "", advice, rx.fragment()),
        rx.cond(view.hits.length() > 0, hits, rx.fragment()),
    )


def _cells(hit: Prop) -> tuple[rx.Component | rx.Var[str], ...]:
    return (rx.el.a(hit.reference, href=hit.href, class_name="govuk-link"), hit.who, hit.where, hit.patch)
