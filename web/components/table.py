"""
Tables. They scroll in their own box on a narrow screen, which the keyboard can reach.

Roles are said aloud: some browsers forget them once a style lays the rows out another way.
"""

from collections.abc import Callable, Sequence

import reflex as rx

from web.components.text import Text
from web.native import Prop


def table(caption: Text, headings: Sequence[Text], body: rx.Component, *, numeric: Sequence[int] = ()) -> rx.Component:
    """Return a table; ``numeric`` says which columns hold figures, counting from nought."""
    heads = [
        rx.el.th(heading, scope="col", role="columnheader", class_name=_css("header", numeric=number in numeric))
        for number, heading in enumerate(headings)
    ]
    return rx.el.div(
        rx.el.table(
            rx.el.caption(caption, class_name="govuk-table__caption govuk-table__caption--m"),
            rx.el.thead(rx.el.tr(*heads, role="row", class_name="govuk-table__row"), role="rowgroup", class_name="govuk-table__head"),
            body,
            role="table",
            class_name="govuk-table",
        ),
        class_name="ek-scroll",
        role="region",
        tab_index=0,
        custom_attrs={"aria-label": caption},
    )


def rows(items: rx.Var[Prop], cells: Callable[[Prop], Sequence[Text | rx.Component]], *, numeric: Sequence[int] = ()) -> rx.Component:
    """Return a table body with a row for each item of a state variable; the first cell heads its row."""

    def row(item: Prop) -> rx.Component:
        first, *rest = cells(item)
        head = rx.el.th(first, scope="row", role="rowheader", class_name=_css("header", numeric=0 in numeric))
        others = [
            rx.el.td(cell, role="cell", class_name=_css("cell", numeric=number in numeric)) for number, cell in enumerate(rest, start=1)
        ]
        return rx.el.tr(head, *others, role="row", class_name="govuk-table__row")

    return rx.el.tbody(rx.foreach(items, row), role="rowgroup", class_name="govuk-table__body")


def _css(part: str, *, numeric: bool) -> str:
    return f"govuk-table__{part} govuk-table__{part}--numeric" if numeric else f"govuk-table__{part}"
