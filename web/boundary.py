"""
What a person sees when a page or an event fails.

Reflex would print the error's stack to the tenant and send it to a handler that writes
whatever a client says into our log; neither is wanted. Its default answer to a failed
event is a toast that needs ``eval``.
"""

import logging
from collections.abc import Callable

import reflex as rx
from reflex.event import EventSpec
from reflex_base.vars.function import ArgsFunctionOperation
from reflex_components_core.base.error_boundary import ErrorBoundary

log = logging.getLogger(__name__)


def error_boundary(heading: str, advice: str) -> Callable[[bool], rx.Component]:
    """Return the wrapper that shows our own words in place of a broken page."""
    instead = rx.el.main(
        rx.el.h1(heading, class_name="govuk-heading-l"),
        rx.el.p(advice, class_name="govuk-body"),
        id="main-content",
        class_name="govuk-width-container govuk-main-wrapper",
    )
    fallback = ArgsFunctionOperation.create(("event_args",), rx.Var.create(instead))
    return lambda _stateful: ErrorBoundary.create(fallback_render=fallback, on_error=rx.noop())


def to_problem_page(path: str) -> Callable[[Exception], EventSpec]:
    """Return a handler that logs what went wrong, without its data, and says sorry."""

    # Reflex refuses to start unless the parameter has this very name.
    def handle(exception: Exception) -> EventSpec:
        log.error("event failed: %s", type(exception).__name__, exc_info=exception)
        return rx.redirect(path)

    return handle
