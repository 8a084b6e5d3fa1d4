"""
Say that a session is about to end, in time to keep it.

The server watches, not the page: it knows of use in other tabs, and needs no script of
ours. One watcher per tab sleeps beside it and ends with the session.
"""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Final
from uuid import uuid4

import reflex as rx
from reflex.event import EventSpec

from rent import runtime
from rent.usecases.people.see_time_left import see_time_left
from web.components.buttons import button
from web.database import ask
from web.guard import row_key_of
from web.localised import in_locale, locale_of, say
from web.markers import public

WARNED_BEFORE: Final = timedelta(minutes=2)
LOOKS_EVERY: Final = 10.0
STAY: Final = "stay-signed-in"
# Where both doors let people in.
SIGN_IN: Final = "/sign-in"
# A state kept in Redis outlives the process whose watcher it speaks of.
_THIS_PROCESS: Final = uuid4().hex


class SessionEnd(rx.State):
    """Whether the warning shows."""

    is_near: bool = False
    _watched: str = ""

    @rx.event(background=True)
    @public
    async def watch(self) -> AsyncIterator[EventSpec]:
        """Look now and then how long the session still has; leave the page when it is over."""
        async with self:
            row_key, leave = row_key_of(self), in_locale(SIGN_IN, locale_of(self))
            if not row_key or self._watched == (mine := _THIS_PROCESS + row_key):
                return
            self._watched, self.is_near = mine, False
        async for left in _time_left(row_key):
            async with self:
                warns = left <= WARNED_BEFORE and not self.is_near
                self.is_near = left <= WARNED_BEFORE
            if warns:
                yield rx.set_focus(STAY)
        async with self:
            self._watched = ""
        yield rx.redirect(leave)

    @rx.event
    @public
    async def stay(self) -> None:
        """Hide the warning; the guard has noted the use of the session already."""
        self.is_near = False


def warning() -> rx.Component:
    """Return the warning, with the one key that keeps the session."""
    news = say("You will be signed out in 2 minutes, to keep your account safe.")
    stay = button(say("Stay signed in"), id=STAY, type="button", on_click=SessionEnd.stay)
    shown = rx.el.div(rx.el.p(news, class_name="govuk-body govuk-!-font-weight-bold"), stay, class_name="govuk-inset-text")
    return rx.el.div(rx.cond(SessionEnd.is_near, shown, rx.fragment()), role="alert")


async def _time_left(row_key: str) -> AsyncIterator[timedelta]:
    """Yield how long a session has, again and again, until it has nothing left."""
    while (left := await ask(see_time_left, row_key=row_key, now=runtime.now())) > timedelta():
        yield left
        await asyncio.sleep(min(LOOKS_EVERY, left.total_seconds() + 0.1))
