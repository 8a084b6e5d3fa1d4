"""
Links and forms that the browser itself follows.

Reflex turns ``rx.el.a`` into a router link (which keeps focus on a skip link, and cannot
reach pages outside the router) and gives ``rx.el.form`` a handler that silently blocks
the ordinary submit. These two are the plain elements, and work without JavaScript.
"""

from typing import Any, TypeAlias

import reflex as rx
from reflex_components_core.el.elements.base import BaseHTML
from reflex_components_core.el.elements.forms import Form

# Whatever Reflex takes for a child or a property: it checks them itself, by the element.
Prop: TypeAlias = Any


class NativeForm(Form):
    """A form element with no handler of Reflex's."""

    @classmethod
    def create(cls, *children: Prop, **props: Prop) -> rx.Component:
        """Return the element, going past the parent that would take over the submit."""
        return BaseHTML.create.__func__(cls, *children, **props)  # type: ignore[attr-defined, no-any-return]


class NativeLink(BaseHTML):
    """An anchor that is no router link."""

    tag = "a"

    href: rx.Var[str]
    href_lang: rx.Var[str]
    rel: rx.Var[str]


def native_form(*children: Prop, action: str, method: str = "post", **props: Prop) -> rx.Component:
    """Return a form the browser posts."""
    return NativeForm.create(*children, action=action, method=method, **props)


def native_a(*children: Prop, href: str | rx.Var[str], **props: Prop) -> rx.Component:
    """Return a link the browser follows with a full page load."""
    return NativeLink.create(*children, href=href, **props)
