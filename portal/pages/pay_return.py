"""Back from the card page: what we know of the payment, which changes as we learn more."""

import asyncio
from typing import Final

import reflex as rx

from portal import routes
from portal.lite.pay_views import FollowedView, followed
from portal.parts.frame import page_for_tenants, while_loading
from portal.presenters.accounts import account_with_reference
from portal.session import SESSIONS, SignedInTenant
from rent import runtime
from rent.domain.payment import Payment
from rent.store.access import OwnAccount
from rent.usecases.payments.check import check_payment
from rent.usecases.people.see_own_payment import see_own_payment
from web.components.buttons import button_link, link
from web.components.summary_list import summary_list
from web.database import ask
from web.guard import signed_in
from web.localised import here, locale_of, say
from web.markers import tenant

LOOKS_EVERY: Final = 1.0
LOOKS_MAX: Final = 600


class ReceiptState(rx.State):
    """The payment in view."""

    view: FollowedView = FollowedView("", "", "", "")
    account: str = ""

    @rx.event
    @tenant
    async def load(self) -> None:
        """Show the payment the address names, as it stands."""
        name, left = _asked(self)
        payment, account = await _look(signed_in(self), name)
        self.account = account_with_reference(account.kind, account.reference, locale_of(self))
        self.view = followed(payment, locale_of(self), was_left=left)

    @rx.event(background=True)
    @tenant
    async def follow(self) -> None:
        """Ask the provider once, then look until no news is awaited, or somebody turned to another page."""
        async with self:
            who, asked, locale = signed_in(self), _asked(self), locale_of(self)
        await asyncio.to_thread(_ask_provider, (await _look(who, asked[0]))[0])
        for _again in range(LOOKS_MAX):
            payment, _account = await _look(who, asked[0])
            async with self:
                if _asked(self) != asked or not await _is_still_here(who):
                    return
                self.view = seen = followed(payment, locale, was_left=asked[1])
            if not seen.is_awaited:
                return
            await asyncio.sleep(LOOKS_EVERY)


async def _look(who: SignedInTenant, name: str) -> tuple[Payment, OwnAccount]:
    return await ask(see_own_payment, person_id=who.person_id, public_id=name, today=runtime.today())


async def _is_still_here(who: SignedInTenant) -> bool:
    """Return whether the session lives: this goes on by itself, and no event's guard would notice that somebody left."""
    return await asyncio.to_thread(SESSIONS.glimpsed, who.session.row_key) is not None


def _ask_provider(payment: Payment) -> None:
    cards, clock, today = runtime.card_payments(), runtime.now, runtime.today
    check_payment(runtime.transaction, public_id=payment.public_id, cards=cards, clock=clock, today=today)


def _asked(state: rx.State) -> tuple[str, bool]:
    """Return which payment the address names, and whether its card page was left."""
    asked = state.router.url.query_parameters
    return asked.get("payment", ""), bool(asked.get("left", ""))


def title() -> str:
    """Return the page's title."""
    return say("Your payment")


def page() -> rx.Component:
    """Return the page."""
    return page_for_tenants(say("Your payment"), while_loading(ReceiptState.view.heading != "", _receipt()))


def _receipt() -> rx.Component:
    view = ReceiptState.view
    news = rx.el.div(
        rx.el.h2(view.heading, class_name="govuk-heading-m"),
        rx.el.p(view.what_now, class_name="govuk-body"),
        rx.cond(
            view.is_awaited, rx.el.p(say("This page changes by itself when we hear from the bank."), class_name="govuk-body"), rx.fragment()
        ),
        role="status",
        class_name="govuk-inset-text",
    )
    back = rx.el.p(button_link(say("Go back to the card page"), view.card_page))
    again = rx.el.p(button_link(say("Pay again"), here(routes.PAY)))
    facts = summary_list((say("To"), ReceiptState.account), (say("Amount"), view.amount), (say("Reference"), view.reference))
    ways = rx.el.p(link(say("Back to your rent"), here(routes.HOME)), class_name="govuk-body")
    return rx.fragment(
        news, rx.cond(view.card_page != "", back, rx.fragment()), rx.cond(view.may_start_anew, again, rx.fragment()), facts, ways
    )
