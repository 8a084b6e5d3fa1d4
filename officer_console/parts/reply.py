"""Write a text to somebody of the household."""

from typing import Any, Final

import reflex as rx
from reflex.event import EventSpec

from officer_console.forms import TooLong, typed
from officer_console.parts.case import CaseState, opened_by
from officer_console.parts.commands import command_field, command_of, new_command
from officer_console.parts.person_choice import person_choice, person_chosen
from officer_console.presenters.segments import length
from rent import runtime
from rent.domain.officer import Action
from rent.store.access import NoSuchRecord, ReasonNeeded
from rent.usecases.messages.send_text import BODY_LENGTH_MAX, UnableToSend, send_text
from rent.words import _
from web.components.buttons import button
from web.components.fields import text_area
from web.database import tell
from web.guard import signed_in
from web.localised import locale_of, say
from web.markers import officer

FIELD: Final = "words"


class ReplyState(rx.State):
    """The text being written. Its words stay in the browser until they are sent."""

    command: str = ""
    length: str = ""
    error: str = ""
    outcome: str = ""

    @rx.event
    @officer(Action.SEE_TENANCY)
    async def begin(self) -> None:
        """Begin a new text."""
        self.command, self.length, self.error, self.outcome = new_command(), "", "", ""

    @rx.event
    @officer(Action.SEND_TEXT)
    async def count(self, words: str) -> None:
        """Say how long the text is by now."""
        self.length = length(str(words), BODY_LENGTH_MAX, locale_of(self))

    @rx.event
    @officer(Action.SEND_TEXT)
    async def send(self, form: dict[str, Any]) -> EventSpec | None:
        """Send the text; what was typed stays where it is unless it was sent."""
        who, opened, locale = signed_in(self).officer, await opened_by(self), locale_of(self)
        facts = {"tenancy": opened.public_id, "reason": opened.reason, "person_id": person_chosen(form)}
        self.error = self.outcome = ""
        try:
            facts |= {"command_id": command_of(form, "text", who), "body": typed(form, FIELD, at_most=BODY_LENGTH_MAX)}
            await tell(send_text, officer=who, **facts, now=runtime.now(), today=runtime.today())
        except (UnableToSend, TooLong, NoSuchRecord, ReasonNeeded) as refusal:
            self.error = _why_not(refusal, locale)
            return rx.set_focus(FIELD)
        self.command, self.length, self.outcome = new_command(), "", _("Your text is on its way.", locale)
        return CaseState.look_again


def reply_form() -> rx.Component:
    """Return the form. Its key changes once a text is sent, which empties it."""
    area = text_area(
        say("Your text"),
        FIELD,
        hint=say("It is sent as it is, in your words."),
        error=ReplyState.error,
        rows=4,
        on_change=ReplyState.count.debounce(300),
    )
    form = rx.el.form(
        person_choice(say("To"), "text"),
        area,
        rx.el.p(ReplyState.length, class_name="govuk-hint", role="status"),
        command_field(ReplyState.command),
        button(say("Send text")),
        on_submit=ReplyState.send,
        no_validate=True,
        key=ReplyState.command,
    )
    outcome = rx.el.p(ReplyState.outcome, class_name="govuk-body govuk-!-font-weight-bold", role="status")
    return rx.fragment(outcome, form)


def _why_not(refusal: Exception, locale: str) -> str:
    match refusal:
        case UnableToSend():
            return _(str(refusal), locale)
        case TooLong():
            return _("Your text must be {count} characters or fewer", locale, count=BODY_LENGTH_MAX)
        case _:
            return _("This person cannot be texted from here any more. Open the tenancy again", locale)
