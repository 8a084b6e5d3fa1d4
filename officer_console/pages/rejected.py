"""What came from outside and could not be used, and a way to try it again."""

import reflex as rx

from officer_console.forms import number_of
from officer_console.parts.frame import page_for_officers
from officer_console.presenters.rejected import RejectedView, rejected
from rent import runtime
from rent.domain.officer import Action
from rent.store.access import NoSuchRecord
from rent.store.external_events import EventRowId
from rent.store.inbound import InboundId
from rent.usecases.cases.list_rejected import list_rejected
from rent.usecases.messages.replay_text import replay_text
from rent.usecases.payments.put_aside import replay_event
from rent.words import _
from web.components.table import rows, table
from web.components.text import Text
from web.database import ask, tell
from web.guard import signed_in
from web.localised import locale_of, say
from web.markers import officer
from web.native import Prop


class RejectedState(rx.State):
    """What somebody has to look at, and what came of trying again."""

    view: RejectedView = RejectedView()
    outcome: str = ""

    @rx.event
    @officer(Action.REPLAY_REJECTED)
    async def load(self) -> None:
        """Show the three lists."""
        self.outcome = ""
        await self._show()

    @rx.event
    @officer(Action.REPLAY_REJECTED)
    async def replay_text(self, text: str) -> None:
        """Try a text again."""
        try:
            await tell(replay_text, officer=signed_in(self).officer, inbound_id=InboundId(number_of(text)))
            self.outcome = _("The text is tried again at once.", locale_of(self))
        except NoSuchRecord:
            self.outcome = _("That has been dealt with already.", locale_of(self))
        await self._show()

    @rx.event
    @officer(Action.REPLAY_REJECTED)
    async def replay_event(self, event: str) -> None:
        """Try a payment event again."""
        try:
            await tell(replay_event, officer=signed_in(self).officer, event_id=EventRowId(number_of(event)), now=runtime.now())
            self.outcome = _("The event is tried again at once.", locale_of(self))
        except NoSuchRecord:
            self.outcome = _("That has been dealt with already.", locale_of(self))
        await self._show()

    async def _show(self) -> None:
        self.view = rejected(await ask(list_rejected, officer=signed_in(self).officer), locale_of(self))


def title() -> str:
    """Return the page's title."""
    return say("Rejected items")


def page() -> rx.Component:
    """Return the page."""
    view = RejectedState.view
    lists = rx.fragment(
        _list(say("Texts we could not handle"), view.texts, RejectedState.replay_text),
        _list(say("Payment events that need a person"), view.events, RejectedState.replay_event),
        _list(say("Rows of an import that were set aside"), view.rows, None),
        rx.el.p(say("Put the row right at its source, then run the import's replay."), class_name="govuk-body"),
    )
    return page_for_officers(
        say("Rejected items"),
        rx.el.p(RejectedState.outcome, class_name="govuk-body govuk-!-font-weight-bold", role="status"),
        rx.cond(view.is_ready, lists, rx.fragment()),
    )


def _list(caption: Text, items: Prop, replay: Prop) -> rx.Component:
    def cells(item: Prop) -> tuple[rx.Component | rx.Var[str], ...]:
        shown = (item.what, item.at, item.trouble)
        about = rx.el.span(" ", item.what, class_name="govuk-visually-hidden")
        again = (
            rx.el.button(say("Try again"), about, type="button", class_name="ek-link-button", on_click=replay(item.id)) if replay else None
        )
        return (*shown, again) if again is not None else shown

    headings = (say("What"), say("When"), say("Trouble"), *((say("Do"),) if replay else ()))
    none = rx.fragment(rx.el.h2(caption, class_name="govuk-heading-m"), rx.el.p(say("None."), class_name="govuk-body"))
    return rx.cond(items.length() > 0, table(caption, headings, rows(items, cells)), none)
