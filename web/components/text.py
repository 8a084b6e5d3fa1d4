"""
Words on a page: a finished string, or a variable that will hold one.

A variable cannot be asked whether it is empty while the page is compiled; these two
choose between Python's ``if`` and the browser's.
"""

import reflex as rx

Text = str | rx.Var[str]


def given(text: Text, shown: rx.Component) -> rx.Component:
    """Return the component, shown only while there is text."""
    if isinstance(text, rx.Var):
        return rx.cond(text != "", shown, rx.fragment())
    return shown if text else rx.fragment()


def either(text: Text, with_text: str, without: str) -> Text:
    """Return one class name or attribute while there is text, and another while not."""
    if isinstance(text, rx.Var):
        return rx.cond(text != "", with_text, without)
    return with_text if text else without
