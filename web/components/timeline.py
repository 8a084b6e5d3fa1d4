"""What happened, newest first, after the MOJ timeline."""

import reflex as rx

from web.native import Prop


def timeline(events: rx.Var[Prop]) -> rx.Component:
    """Return a timeline; each event has ``title``, ``byline``, ``at`` and ``detail``, all finished strings."""
    return rx.el.ol(rx.foreach(events, _event), class_name="ek-timeline")


def _event(event: Prop) -> rx.Component:
    return rx.el.li(
        rx.el.h3(event.title, class_name="govuk-heading-s ek-timeline__title"),
        rx.el.p(event.byline, class_name="govuk-hint ek-timeline__byline"),
        rx.el.p(event.at, class_name="govuk-body-s ek-timeline__at"),
        rx.cond(event.detail != "", rx.el.p(event.detail, class_name="govuk-body ek-words"), rx.fragment()),
        class_name="ek-timeline__event",
    )
