"""Home: what a tenant owes, what is on its way, what comes next. A stranger finds the way in."""

import reflex as rx

from portal import routes
from portal.landlord import Landlord
from portal.parts.frame import page_for_both, while_loading
from portal.presenters.home import HomeView, OtherAccount, home
from portal.presenters.pay import QuickWay, quick_ways
from rent import runtime
from rent.usecases.people.see_home import see_home
from web.components.buttons import button_link
from web.components.notices import inset_text
from web.database import ask
from web.guard import NobodySignedIn, signed_in
from web.localised import here, locale_of, say
from web.markers import public
from web.native import native_a


class HomeState(rx.State):
    """Where a tenant's rent stands."""

    view: HomeView = HomeView()
    quick: rx.Field[list[QuickWay]] = rx.field(default_factory=list)
    is_stranger: bool = False

    @rx.event
    @public
    async def load(self) -> None:
        """Fetch the figures of whoever is signed in."""
        locale, today = locale_of(self), runtime.today()
        try:
            who = signed_in(self)
        except NobodySignedIn:
            self.is_stranger = True
            return
        self.is_stranger = False
        facts = await ask(see_home, person_id=who.person_id, tenancy_id=who.tenancy_id, today=today)
        self.view = home(facts, today, locale)
        self.quick = quick_ways(facts.summary, locale)


def title() -> str:
    """Return the page's title."""
    return say("Home")


def page() -> rx.Component:
    """Return the page."""
    own = while_loading(HomeState.view.is_ready, rx.fragment(_balance(), _next(), _pay(), _others()))
    return page_for_both(say("Your rent"), HomeState.is_stranger, _welcome(), own)


def _welcome() -> rx.Component:
    return rx.fragment(
        rx.el.p(say("See what you owe, pay, and tell us how to reach you."), class_name="govuk-body-l"),
        inset_text(say("If you are worried about money, tell us early. We will look for a way with you.")),
        button_link(say("Sign in"), here(routes.SIGN_IN)),
    )


def _balance() -> rx.Component:
    view = HomeState.view
    return rx.fragment(
        rx.el.p(view.address, class_name="govuk-caption-m"),
        rx.el.p(view.headline, class_name="govuk-heading-xl ek-balance"),
        rx.el.p(view.as_of, class_name="govuk-body"),
        _sentence(view.benefit),
        _sentence(view.coming),
        _sentence(view.yours),
        rx.cond(view.ended != "", rx.el.div(view.ended, class_name="govuk-inset-text"), rx.fragment()),
    )


def _next() -> rx.Component:
    view = HomeState.view
    news = rx.fragment(rx.el.h2(say("What happens next"), class_name="govuk-heading-m"), _sentence(view.next_rent), _sentence(view.joint))
    statement = rx.el.a(say("See every payment and charge"), href=here(routes.STATEMENT), class_name="govuk-link")
    return rx.fragment(
        rx.cond((view.next_rent != "") | (view.joint != ""), news, rx.fragment()), rx.el.p(statement, class_name="govuk-body")
    )


def _pay() -> rx.Component:
    def way(quick: QuickWay) -> rx.Component:
        return rx.el.li(native_a(quick.words, href=quick.path, class_name="govuk-link"))

    ways = rx.el.ul(rx.foreach(HomeState.quick, way), class_name="govuk-list govuk-list--spaced")
    call = rx.el.p(
        say("If you cannot pay, or want to pay another way, call us:"),
        " ",
        rx.el.bdi(Landlord.phone, class_name="ek-number"),
        class_name="govuk-body",
    )
    return rx.fragment(rx.el.h2(say("Ways to pay"), class_name="govuk-heading-m"), ways, call)


def _others() -> rx.Component:
    def other(account: OtherAccount) -> rx.Component:
        name = rx.el.dt(account.name, class_name="govuk-summary-list__key")
        return rx.el.div(name, rx.el.dd(account.balance, class_name="govuk-summary-list__value"), class_name="govuk-summary-list__row")

    listed = rx.el.dl(rx.foreach(HomeState.view.others, other), class_name="govuk-summary-list")
    shown = rx.fragment(rx.el.h2(say("Your other accounts"), class_name="govuk-heading-m"), listed)
    return rx.cond(HomeState.view.others.length() > 0, shown, rx.fragment())


def _sentence(words: rx.Var[str]) -> rx.Component:
    return rx.cond(words != "", rx.el.p(words, class_name="govuk-body"), rx.fragment())
