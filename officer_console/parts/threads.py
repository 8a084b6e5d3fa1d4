"""Who speaks in a conversation: the assistant, or an officer who has taken it over."""

from typing import Final

import reflex as rx
from reflex.event import EventSpec

from officer_console.desk import Desk
from officer_console.forms import number_of
from officer_console.parts.case import CaseState, opened_by
from rent import runtime
from rent.domain.message import ConversationId
from rent.domain.officer import Action
from rent.store.access import NoSuchRecord, ReasonNeeded
from rent.store.conversations import NoSuchConversation
from rent.usecases.messages.hand_back import hand_back
from rent.usecases.messages.take_over import UnableToTakeOver, take_over
from rent.words import _
from web.components.buttons import button
from web.components.messages import messages
from web.database import UseCase, tell
from web.guard import signed_in
from web.localised import locale_of, say
from web.markers import officer
from web.native import Prop

OUTCOME: Final = "thread-outcome"


class ThreadState(rx.State):
    """What came of taking a conversation over or handing it back."""

    outcome: str = ""

    @rx.event
    @officer(Action.TAKE_OVER_CONVERSATION)
    async def take(self, thread: str) -> list[EventSpec]:
        """Take a conversation over; the assistant falls silent."""
        return await self._do(take_over, thread, _("You have taken the conversation over.", locale_of(self)))

    @rx.event
    @officer(Action.TAKE_OVER_CONVERSATION)
    async def give_back(self, thread: str) -> list[EventSpec]:
        """Let the assistant answer again."""
        return await self._do(hand_back, thread, _("The assistant answers again.", locale_of(self)))

    async def _do(self, usecase: UseCase[None], thread: str, done: str) -> list[EventSpec]:
        opened, who = await opened_by(self), signed_in(self).officer
        which = {"tenancy": opened.public_id, "reason": opened.reason, "conversation_id": ConversationId(number_of(thread))}
        try:
            await tell(usecase, officer=who, **which, now=runtime.now(), today=runtime.today())
            self.outcome = done
        except (NoSuchRecord, NoSuchConversation, ReasonNeeded):
            self.outcome = _("That conversation cannot be reached any more. Open the tenancy again.", locale_of(self))
        except UnableToTakeOver:
            self.outcome = _("Another officer took it first.", locale_of(self))
        # The button that was pressed is gone by then, and the keyboard's place with it.
        return [rx.set_focus(OUTCOME), CaseState.look_again]


def threads() -> rx.Component:
    """Return each conversation and who speaks in it, with everything that was said."""
    none = rx.el.p(say("Nothing has been said yet."), class_name="govuk-body")
    return rx.fragment(
        rx.el.p(ThreadState.outcome, id=OUTCOME, tab_index=-1, class_name="govuk-body govuk-!-font-weight-bold", role="status"),
        rx.foreach(CaseState.threads, _thread),
        rx.cond(CaseState.messages.length() > 0, messages(CaseState.messages, label=say("Messages")), none),
    )


def _thread(thread: Prop) -> rx.Component:
    about = rx.el.span(" ", thread.who, class_name="govuk-visually-hidden")
    take = button(rx.fragment(say("Take over"), about), kind="secondary", type="button", on_click=ThreadState.take(thread.id))
    back = button(rx.fragment(say("Hand back"), about), kind="secondary", type="button", on_click=ThreadState.give_back(thread.id))
    ways = rx.el.div(
        rx.cond(thread.may_take, take, rx.fragment()), rx.cond(thread.may_hand_back, back, rx.fragment()), class_name="govuk-button-group"
    )
    return rx.el.div(
        rx.el.p(rx.el.strong(thread.who), rx.el.br(), thread.standing, class_name="govuk-body"),
        rx.cond(Desk.may_work, ways, rx.fragment()),
        class_name=rx.cond(thread.is_waiting, "govuk-inset-text ek-waiting", "govuk-inset-text"),
    )
