"""Back from the card page: what we know of the payment, which changes as we learn more."""

import asyncio
from typing import Final

import reflex as rx

from portal import routes
from portal.database import ask
from portal.parts.frame import page_for_tenants, while_loading
from portal.presenters.receipt import ReceiptView, receipt
from portal.session import SignedInTenant
from rent import runtime
from rent.usecases.people.see_own_payment import see_own_payment
from web.components.buttons import button_link, link
from web.components.summary_list import summary_list
from web.guard import signed_in
from web.localised import here, locale_of, say
from web.markers import tenant

LOOKS_EVERY: Final = 1.0
LOOKS_MAX: Final = 600


class ReceiptState(rx.State):
    """The payment in view."""

    view: ReceiptView = ReceiptView()

    @rx.event
    @tenant
    async def load(self) -> None:
        """Show the payment the address names, as it stands."""
        self.view = await _look(signed_in(self), _asked(self), locale_of(self))

    @rx.event(background=True)
    @tenant
    async def follow(self) -> None:
        """Look again until the payment is settled, the page shows another, or the bank takes too long to wait for."""
        async with self:
            who, asked, locale = signed_in(self), _asked(self), locale_of(self)
        for _again in range(LOOKS_MAX):
            seen = await _look(who, asked, locale)
            async with self:
                if _asked(self) != asked:
                    return
                if seen != self.view:
                    self.view = seen
            if seen.is_settled:
                return
            await asyncio.sleep(LOOKS_EVERY)


async def _look(who: SignedInTenant, asked: tuple[str, str], locale: str) -> ReceiptView:
    name, left = asked
    payment, account = await ask(see_own_payment, person_id=who.person_id, public_id=name, today=runtime.today())
    return receipt(payment, account, locale, was_left=bool(left))


def _asked(state: rx.State) -> tuple[str, str]:
    """Return which payment the address names, and whether its card page was left."""
    asked = state.router.url.query_parameters
    return asked.get("payment", ""), asked.get("left", "")


def title() -> str:
    """Return the page's title."""
    return say("Your payment")


def page() -> rx.Component:
    """Return the page."""
    return page_for_tenants(say("Your payment"), while_loading(ReceiptState.view.is_ready, _receipt()))


def _receipt() -> rx.Component:
    view = ReceiptState.view
    news = rx.el.div(
        rx.el.h2(view.heading, class_name="govuk-heading-m"),
        rx.el.p(view.what_now, class_name="govuk-body"),
        role="status",
        class_name=rx.cond(view.is_paid, "govuk-inset-text ek-paid", "govuk-inset-text"),
    )
    again = rx.el.p(button_link(say("Try again"), here(routes.PAY)))
    facts = summary_list((say("To"), view.account), (say("Amount"), view.amount), (say("Reference"), view.reference))
    ways = rx.el.p(link(say("Back to your rent"), here(routes.HOME)), class_name="govuk-body")
    return rx.fragment(news, rx.cond(view.may_try_again, again, rx.fragment()), facts, ways)
