"""Facts as pairs of a key and a value."""

from collections.abc import Sequence

import reflex as rx

from web.components.text import Text


def summary_list(*rows: tuple[Text, Text | rx.Component] | tuple[Text, Text | rx.Component, rx.Component]) -> rx.Component:
    """Return a summary list; a row's third part, if any, is a link to change it."""
    return rx.el.dl(*(_row(*row) for row in rows), class_name="govuk-summary-list")


def _row(key: Text, value: Text | rx.Component, change: rx.Component | None = None) -> rx.Component:
    parts: Sequence[rx.Component] = (
        rx.el.dt(key, class_name="govuk-summary-list__key"),
        rx.el.dd(value, class_name="govuk-summary-list__value"),
        *([rx.el.dd(change, class_name="govuk-summary-list__actions")] if change else []),
    )
    return rx.el.div(*parts, class_name="govuk-summary-list__row")
