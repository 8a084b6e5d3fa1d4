"""Contact preferences: language, where to reach somebody, and what our texts may say."""

from typing import Any

import reflex as rx
from reflex.event import EventSpec

from portal.landlord import Landlord
from portal.numerals import whole_number
from portal.parts.frame import page_for_tenants, while_loading
from portal.parts.preference_forms import add_number_form, language_form, neutral_form, texts_form
from portal.presenters.preferences import WHY_NOT_ADDED, PreferencesView, preferences
from portal.session import SignedInTenant
from rent import runtime
from rent.domain.tenancy import ContactId
from rent.usecases.people.add_contact import UnableToAddContact, add_contact
from rent.usecases.people.change_preferences import change_preferences
from rent.usecases.people.choose_texts import choose_texts
from rent.usecases.people.keep_wording_neutral import keep_wording_neutral
from rent.usecases.people.see_own_preferences import see_own_preferences
from rent.words import _
from web.components.error_summary import ERROR_SUMMARY, Problem, error_summary
from web.components.notices import SUCCESS, notification_banner
from web.database import ask, tell
from web.guard import signed_in
from web.localised import locale_of, say, to_say
from web.markers import tenant


class PreferencesState(rx.State):
    """The preferences in view, and what just became of a change."""

    view: PreferencesView = PreferencesView()
    done: str = ""
    problems: rx.Field[list[Problem]] = rx.field(default_factory=list)
    error_number: str = ""

    @rx.event
    @tenant
    async def load(self) -> None:
        """Fetch the preferences."""
        self.done, self.problems, self.error_number = "", [], ""
        await self._show()

    @rx.event
    @tenant
    async def save(self, form: dict[str, Any]) -> EventSpec:
        """Keep the language and the contact preferred."""
        chosen = form.get("preferred")
        preferred = ContactId(whole_number(chosen)) if chosen else None
        await tell(change_preferences, language=str(form.get("language", "")), preferred=preferred, **_whose(signed_in(self)))
        return await self._say(to_say("Your preferences are saved."))

    @rx.event
    @tenant
    async def choose_texts(self, form: dict[str, Any]) -> EventSpec:
        """Stop the texts to a number, or send them again."""
        contact, wanted = ContactId(whole_number(form.get("number"))), form.get("wanted") == "yes"
        await tell(choose_texts, contact_id=contact, wanted=wanted, **_whose(signed_in(self)))
        said = to_say("We will send texts to this number.") if wanted else to_say("We will send no more texts to this number.")
        return await self._say(said)

    @rx.event
    @tenant
    async def keep_neutral(self, _form: dict[str, Any]) -> EventSpec:
        """Say nothing of rent or money in texts."""
        await tell(keep_wording_neutral, **_whose(signed_in(self)))
        return await self._say(to_say("Our texts will say nothing of rent or money."))

    @rx.event
    @tenant
    async def add_number(self, form: dict[str, Any]) -> EventSpec:
        """Keep a new phone number."""
        who, now, today = signed_in(self), runtime.now(), runtime.today()
        try:
            await tell(add_contact, signed_in=who.session, number=str(form.get("number", "")), now=now, today=today)
        except UnableToAddContact as refusal:
            self.done, self.error_number = "", _(WHY_NOT_ADDED[refusal.why], locale_of(self))
            self.problems = [Problem("number", self.error_number)]
            return rx.set_focus(ERROR_SUMMARY)
        return await self._say(to_say("We have your new number. We use it in 2 days. We have told your other contacts."))

    async def _say(self, done: str) -> EventSpec:
        self.done, self.problems, self.error_number = _(done, locale_of(self)), [], ""
        await self._show()
        # It stands far above the forms, out of sight on a phone.
        return rx.set_focus(SUCCESS)

    async def _show(self) -> None:
        who, today = signed_in(self), runtime.today()
        held = await ask(see_own_preferences, person_id=who.person_id, tenancy_id=who.tenancy_id, today=today)
        self.view = preferences(held, today, locale_of(self))


def _whose(who: SignedInTenant) -> dict[str, Any]:
    return {"person_id": who.person_id, "tenancy_id": who.tenancy_id, "now": runtime.now(), "today": runtime.today()}


def title() -> str:
    """Return the page's title."""
    return say("Contact preferences")


def page() -> rx.Component:
    """Return the page."""
    state, view = PreferencesState, PreferencesState.view
    forms = rx.fragment(
        language_form(view, state.save),
        texts_form(view, state.choose_texts),
        neutral_form(view, state.keep_neutral, Landlord.phone),
        add_number_form(state.add_number, state.error_number),
    )
    return page_for_tenants(
        say("Contact preferences"),
        rx.cond(state.done != "", notification_banner(state.done, success=True), rx.fragment()),
        error_summary(state.problems),
        while_loading(view.is_ready, forms),
        exits=True,
    )
