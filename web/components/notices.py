"""Things to notice: banners, insets, warnings and tags."""

import reflex as rx

from web.components.text import Text
from web.localised import say

SUCCESS = "success-banner"


def notification_banner(text: Text | rx.Component, *, success: bool = False) -> rx.Component:
    """Return a banner: news, or with ``success`` the result of what somebody just did, which the handler then focuses."""
    identifier = "success-banner-title" if success else "banner-title"
    title = rx.el.h2(say("Success") if success else say("Important"), id=identifier, class_name="govuk-notification-banner__title")
    shown = text if isinstance(text, rx.Component) else rx.el.p(text, class_name="govuk-notification-banner__heading")
    return rx.el.div(
        rx.el.div(title, class_name="govuk-notification-banner__header"),
        rx.el.div(shown, class_name="govuk-notification-banner__content"),
        class_name="govuk-notification-banner govuk-notification-banner--success" if success else "govuk-notification-banner",
        role="alert" if success else "region",
        id=SUCCESS if success else "banner",
        tab_index=-1,
        custom_attrs={"aria-labelledby": identifier},
    )


def inset_text(text: Text | rx.Component) -> rx.Component:
    """Return a paragraph set apart."""
    return rx.el.div(text, class_name="govuk-inset-text")


def warning_text(text: Text) -> rx.Component:
    """Return a warning; only for what has consequences in law."""
    return rx.el.div(
        rx.el.span("!", class_name="govuk-warning-text__icon", custom_attrs={"aria-hidden": "true"}),
        rx.el.strong(rx.el.span(say("Warning"), class_name="govuk-visually-hidden"), text, class_name="govuk-warning-text__text"),
        class_name="govuk-warning-text",
    )


def tag(text: Text, colour: str = "") -> rx.Component:
    """Return a status; the words say it, the colour only repeats it."""
    return rx.el.strong(text, class_name=f"govuk-tag govuk-tag--{colour}" if colour else "govuk-tag")
