"""Who sits at the console, and which of its places are theirs."""

import asyncio

import reflex as rx
from reflex.event import EventSpec

from officer_console import routes
from officer_console.presenters.names import ROLES
from rent.domain.officer import Action, Officer, may
from rent.words import _
from web.guard import NobodySignedIn, signed_in
from web.landlord import landlord_name
from web.localised import locale_of
from web.markers import public


class Desk(rx.State):
    """The officer as every page shows them, and what their role lets them do."""

    landlord: str = ""
    name: str = ""
    role: str = ""
    may_search: bool = False
    may_work: bool = False
    may_give_code: bool = False
    may_replay: bool = False

    @rx.event
    @public
    async def load(self) -> None:
        """Show whose homes these are and, if somebody is signed in, who."""
        self.landlord = await asyncio.to_thread(landlord_name)
        try:
            self._show(signed_in(self).officer)
        except NobodySignedIn:
            self.name = self.role = ""

    @rx.event
    @public
    async def enter(self) -> EventSpec | None:
        """Send whoever is not signed in to the place where they can."""
        await self.load()
        return None if self.name else rx.redirect(routes.SIGN_IN)

    def _show(self, who: Officer) -> None:
        self.name, self.role = who.name, _(ROLES[who.role], locale_of(self))
        self.may_search = may(who.role, Action.SEARCH)
        self.may_work = may(who.role, Action.TAKE_OVER_CONVERSATION)
        self.may_give_code = may(who.role, Action.ISSUE_SIGN_IN_CODE)
        self.may_replay = may(who.role, Action.REPLAY_REJECTED)
