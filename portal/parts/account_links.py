"""The way from one account to another."""

import reflex as rx

from portal.presenters.accounts import AccountLink
from web.localised import say
from web.native import native_a


def account_nav(accounts: rx.Var[list[AccountLink]]) -> rx.Component:
    """Return links to each account, where there are several; a full page load, so that nothing of the other stays."""
    links = rx.el.ul(rx.foreach(accounts, _account), class_name="govuk-list")
    listed = rx.el.nav(links, custom_attrs={"aria-label": say("Your accounts")})
    return rx.cond(accounts.length() > 1, listed, rx.fragment())


def _account(account: AccountLink) -> rx.Component:
    link = native_a(account.words, href=account.path, class_name="govuk-link")
    return rx.el.li(rx.cond(account.is_chosen, rx.el.strong(account.words, custom_attrs={"aria-current": "page"}), link))
