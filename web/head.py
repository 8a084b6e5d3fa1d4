"""Our own style sheets and scripts, linked so that they can be kept for ever and yet change."""

import hashlib
from pathlib import Path

import reflex as rx

ASSETS = Path(__file__).parents[1] / "assets"


def versioned(name: str) -> str:
    """Return the address of a file in ``assets``, which changes with its content."""
    digest = hashlib.sha256((ASSETS / name).read_bytes()).hexdigest()
    return f"/{name}?v={digest[:12]}"


def head() -> list[rx.Component]:
    """
    Return what goes into every page's head.

    Through ``rx.App(stylesheets=…)`` the build would parse govuk-frontend and fail on its
    hack for old browsers; a plain link is served untouched.
    """
    return [
        rx.el.link(rel="stylesheet", href="/govuk-frontend-6.6.0.min.css"),
        rx.el.link(rel="stylesheet", href=versioned("evenkeel.css")),
        rx.el.link(rel="icon", href=versioned("evenkeel.svg"), type="image/svg+xml"),
        rx.el.script(src=versioned("exit-this-page.js"), defer=True),
    ]
