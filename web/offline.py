"""Say, where a screen reader hears it, that the connection is lost and that it is back."""

import reflex as rx
from reflex_components_core.core.banner import has_connection_errors


def offline_notice(text: str) -> rx.Component:
    """Return a live region which is always there and speaks only while we are cut off."""
    return rx.el.div(
        rx.cond(has_connection_errors, rx.el.p(text, class_name="govuk-body ek-offline"), rx.fragment()),
        role="status",
        class_name="govuk-width-container",
    )
