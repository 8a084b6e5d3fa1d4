"""The frame around every page: skip link, header, one ``main``, footer."""

from collections.abc import Iterable

import reflex as rx

from web.components.exit_page import exit_skip_link, exit_this_page
from web.components.language_switch import language_switch
from web.localised import here, route, say
from web.native import native_a
from web.offline import offline_notice
from web.service import Link, Service


def shell(
    service: Service, heading: str | rx.Var[str], *children: rx.Component, exits: bool = False, menu: rx.Component | None = None
) -> rx.Component:
    """
    Return a whole page.

    ``exits`` adds "Exit this page": only where the content could put somebody at risk. ``menu`` is a
    list of places that depends on who is looking, in place of the service's own.
    """
    leaves = exits and bool(service.exit_path)
    return rx.fragment(
        native_a(say("Skip to main content"), href="#main-content", class_name="govuk-skip-link"),
        exit_skip_link(service.exit_path) if leaves else rx.fragment(),
        _header(service, menu or places(service.navigation)),
        offline_notice(say("You are not connected. What you see may be out of date. We are trying to reconnect.")),
        rx.el.div(
            exit_this_page(service.exit_path) if leaves else rx.fragment(),
            rx.el.main(
                rx.el.h1(heading, class_name="govuk-heading-l"),
                *children,
                id="main-content",
                tab_index=-1,
                class_name="govuk-main-wrapper",
            ),
            class_name="govuk-width-container",
        ),
        _footer(service),
    )


def _header(service: Service, menu: rx.Component) -> rx.Component:
    name = rx.el.a(say(service.name), href=here(service.home), class_name="ek-header__service")
    return rx.el.header(
        rx.el.div(
            rx.el.div(rx.el.span(service.landlord, class_name="ek-header__landlord"), name, class_name="ek-header__names"),
            language_switch() if len(service.languages) > 1 else rx.fragment(),
            class_name="govuk-width-container ek-header__inner",
        ),
        menu,
        class_name="ek-header",
    )


def places(links: Iterable[Link | tuple[rx.Var[bool], Link]]) -> rx.Component:
    """Return the menu; a place with a flag shows only while the flag is set."""
    items = [_place(link) if isinstance(link, Link) else rx.cond(link[0], _place(link[1]), rx.fragment()) for link in links]
    if not items:
        return rx.fragment()
    return rx.el.nav(
        rx.el.ul(*items, class_name="govuk-width-container ek-navigation"),
        class_name="ek-navigation__bar",
        custom_attrs={"aria-label": say("Menu")},
    )


def _place(place: Link) -> rx.Component:
    current = {"custom_attrs": {"aria-current": "page"}} if place.path == route() else {}
    return rx.el.li(rx.el.a(say(place.words), href=here(place.path), class_name="ek-navigation__link", **current))


def _footer(service: Service) -> rx.Component:
    links = [
        rx.el.li(
            native_a(say(link.words), href=here(link.path), class_name="govuk-footer__link"),
            class_name="govuk-footer__inline-list-item",
        )
        for link in service.footer
    ]
    return rx.el.footer(
        rx.el.div(
            rx.el.h2(say("Support links"), class_name="govuk-visually-hidden"),
            rx.el.ul(*links, class_name="govuk-footer__inline-list"),
            class_name="govuk-width-container",
        ),
        class_name="govuk-footer ek-footer",
    )
