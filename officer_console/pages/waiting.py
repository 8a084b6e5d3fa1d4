"""Conversations that wait for a person."""

import reflex as rx

from officer_console.parts.frame import page_for_officers
from officer_console.presenters.waiting import WaitingView, waiting
from officer_console.ticker import Ticker
from rent.domain.officer import Action
from rent.usecases.cases.list_waiting import list_waiting
from web.components.table import rows, table
from web.database import ask
from web.guard import signed_in
from web.localised import locale_of, say
from web.markers import officer
from web.native import Prop

LOOKS_EVERY_MS = 5000


class WaitingState(rx.State):
    """The queue."""

    is_ready: bool = False
    queue: rx.Field[list[WaitingView]] = rx.field(default_factory=list)

    @rx.event
    @officer(Action.TAKE_OVER_CONVERSATION)
    async def load(self) -> None:
        """Show the queue."""
        await self._show()

    @rx.event
    @officer(Action.TAKE_OVER_CONVERSATION, by_itself=True)
    async def refresh(self) -> None:
        """Show what is new in the queue."""
        await self._show()

    async def _show(self) -> None:
        queue = waiting(await ask(list_waiting, officer=signed_in(self).officer), locale_of(self))
        self.is_ready = True
        if queue != self.queue:
            self.queue = queue


def title() -> str:
    """Return the page's title."""
    return say("Conversations waiting")


def page() -> rx.Component:
    """Return the page."""
    headings = (say("Who"), say("Why"), say("Since"), say("Patch"), say("Taken over by"))
    none = rx.el.p(say("Nobody is waiting."), class_name="govuk-body")
    queue = table(say("The most urgent first"), headings, rows(WaitingState.queue, _cells))
    return page_for_officers(
        say("Conversations waiting for a person"),
        Ticker.create(every=LOOKS_EVERY_MS, on_tick=WaitingState.refresh),
        rx.cond(WaitingState.is_ready, rx.cond(WaitingState.queue.length() > 0, queue, none), rx.fragment()),
    )


def _cells(one: Prop) -> tuple[rx.Component | rx.Var[str], ...]:
    who = rx.cond(one.href != "", rx.el.a(one.who, href=one.href, class_name="govuk-link"), rx.el.span(one.who))
    return (who, one.why, one.since, one.patch, one.holder)
