"""The tenancy an officer has open: opened once, with its look logged, and kept up to date from then on."""

from dataclasses import dataclass, field, replace
from typing import Any, Final

import reflex as rx
from reflex.event import EventSpec

from officer_console import routes
from officer_console.forms import number_of, public_id_of, typed_or_nothing
from officer_console.presenters import conversation, money, people, tenancy, timeline
from rent import runtime
from rent.domain.account import AccountId
from rent.domain.officer import Action
from rent.store.access import NoSuchRecord, ReasonNeeded
from rent.usecases.cases.open import open_tenancy
from rent.usecases.cases.read import WEEKS_MAX, WEEKS_MORE, Case, Shown
from rent.usecases.cases.refresh import refresh_tenancy
from rent.words import _
from web.components.error_summary import ERROR_SUMMARY, Problem
from web.database import ask, tell
from web.guard import signed_in
from web.localised import locale_of
from web.markers import officer

REASON: Final = "reason"
REASON_MAX: Final = 300


@dataclass(frozen=True, slots=True)
class Opened:
    """Which tenancy is open, why the officer may see it, and how much of it is in view."""

    public_id: str = ""
    reason: str = ""
    mark: str = ""
    shown: Shown = field(default_factory=Shown)


class CaseState(rx.State):
    """What is in view of the open tenancy. Which it is, and why the officer may see it, never leaves the server."""

    is_open: bool = False
    needs_reason: bool = False
    reason_error: str = ""
    problems: rx.Field[list[Problem]] = rx.field(default_factory=list)
    updates_itself: bool = True
    view: tenancy.TenancyView = tenancy.TenancyView()
    household: rx.Field[list[people.PersonView]] = rx.field(default_factory=list)
    ledger: money.LedgerView = money.LedgerView()
    payments: rx.Field[list[money.PaymentView]] = rx.field(default_factory=list)
    threads: rx.Field[list[conversation.ThreadView]] = rx.field(default_factory=list)
    messages: rx.Field[list[conversation.MessageView]] = rx.field(default_factory=list)
    events: rx.Field[list[timeline.EventView]] = rx.field(default_factory=list)
    _opened: Opened = Opened()

    @rx.event
    @officer(Action.SEE_TENANCY)
    async def load(self) -> EventSpec | None:
        """Open the tenancy the address names, or ask for a reason first."""
        self.is_open = self.needs_reason = False
        self.problems, self.reason_error = [], ""
        public_id = public_id_of(self.router.url.query_parameters.get(routes.ID, ""))
        return await self._open(Opened(public_id))

    @rx.event
    @officer(Action.SEE_TENANCY)
    async def give_reason(self, form: dict[str, Any]) -> EventSpec | None:
        """Open a tenancy off the officer's patch, with the reason they gave."""
        reason = typed_or_nothing(form, REASON, at_most=REASON_MAX)
        if not reason:
            self.reason_error = _("Enter a reason, in {count} characters or fewer", locale_of(self), count=REASON_MAX)
            self.problems = [Problem(REASON, self.reason_error)]
            return rx.set_focus(ERROR_SUMMARY)
        return await self._open(replace(self._opened, reason=reason))

    @rx.event
    @officer(Action.SEE_TENANCY, by_itself=True)
    async def refresh(self) -> EventSpec | None:
        """Show what is new, if anything is, and the officer wants to follow it."""
        return await self._read(self._opened) if self.is_open and self.updates_itself else None

    @rx.event
    @officer(Action.SEE_TENANCY)
    async def look_again(self) -> EventSpec | None:
        """Show what came of something the officer did."""
        return await self._read(self._opened)

    @rx.event
    @officer(Action.SEE_TENANCY)
    async def pause(self) -> None:
        """Stop following what is new, or start again."""
        self.updates_itself = not self.updates_itself

    @rx.event
    @officer(Action.SEE_TENANCY)
    async def show_account(self, account: str) -> EventSpec | None:
        """Show the postings of another account."""
        return await self._read(replace(self._opened, mark="", shown=Shown(AccountId(number_of(account)))))

    @rx.event
    @officer(Action.SEE_TENANCY)
    async def show_more(self) -> EventSpec | None:
        """Show older postings."""
        shown = self._opened.shown
        older = replace(shown, weeks=min(shown.weeks + WEEKS_MORE, WEEKS_MAX))
        return await self._read(replace(self._opened, mark="", shown=older))

    async def _open(self, wanted: Opened) -> EventSpec | None:
        self._opened = wanted
        facts = {"public_id": wanted.public_id, "reason": wanted.reason, "shown": wanted.shown}
        who = signed_in(self).officer
        try:
            self._show(await tell(open_tenancy, officer=who, **facts, now=runtime.now(), today=runtime.today()))
        except NoSuchRecord:
            return rx.redirect(routes.NOT_FOUND)
        except ReasonNeeded:
            self.needs_reason = True
        return None

    async def _read(self, wanted: Opened) -> EventSpec | None:
        facts = {"public_id": wanted.public_id, "reason": wanted.reason, "shown": wanted.shown, "seen": wanted.mark}
        try:
            case = await ask(refresh_tenancy, officer=signed_in(self).officer, **facts, today=runtime.today())
        except (NoSuchRecord, ReasonNeeded):
            self.reset()
            return rx.redirect(routes.SEARCH)
        if case is not None:
            self._opened = wanted
            self._show(case)
        return None

    def _show(self, case: Case) -> None:
        """Bring what is in view up to date; what stayed the same is not sent again."""
        locale, officer_id = locale_of(self), signed_in(self).officer.id
        self._opened = replace(self._opened, mark=case.mark)
        news: dict[str, Any] = {
            "is_open": True,
            "needs_reason": False,
            "view": tenancy.tenancy(case, locale),
            "household": people.people(case, runtime.today(), locale),
            "ledger": money.ledger(case, self._opened.shown.weeks, locale),
            "payments": money.payments(case, locale),
            "threads": conversation.threads(case, officer_id, locale),
            "messages": conversation.messages(case, locale),
            "events": timeline.events(case, locale),
        }
        for name, value in news.items():
            if getattr(self, name) != value:
                setattr(self, name, value)


async def opened_by(state: rx.State) -> Opened:
    """Return the tenancy that is open in the tab an event came from."""
    case = await state.get_state(CaseState)
    return case._opened  # noqa: SLF001 - backend-only variables begin so
