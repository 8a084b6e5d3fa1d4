"""
Put a Reflex application together, the safe way round, for either door.

Much of Reflex is left out on purpose: the toaster and the overlay (``eval``, weight), its
error boundary (prints stacks), its style reset (fights govuk-frontend), its CORS.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import reflex as rx
from reflex_base.config import get_config
from starlette.applications import Starlette
from starlette.types import ASGIApp

from web.boundary import error_boundary, to_problem_page
from web.focus import FocusOnNavigate
from web.guard import DefaultDeny, Ways
from web.head import head
from web.headers import SecurityHeaders, Strictness
from web.limits import AddressLimits, Rate
from web.origin_check import OriginCheck
from web.sessions import May, NoSessions, Sessions, nobody_may
from web.socket_guard import EventSocketGuard, SocketLimits

Wrapper = Callable[[ASGIApp], ASGIApp] | Starlette


@dataclass(frozen=True, slots=True)
class Door:
    """Everything in which one door differs from the other."""

    ways: Ways
    problem_path: str
    cookie: str
    origins: frozenset[str]
    sessions: Sessions = field(default_factory=NoSessions)
    may: May = nobody_may
    http: Starlette = field(default_factory=Starlette)
    signed_paths: tuple[str, ...] = ()
    forms_may_reach: tuple[str, ...] = ()
    rates: tuple[Rate, ...] = ()
    socket_limits: SocketLimits = field(default_factory=SocketLimits)
    trusted_hops: int = 0
    redis_url: str | None = None


def application(door: Door) -> rx.App:
    """Return the application, guarded; its pages are added by the caller."""
    app = rx.App(
        html_lang="en",
        toaster=None,
        reset_style=False,
        app_wraps={
            (55, "ErrorBoundary"): error_boundary(
                "Sorry, there is a problem with the service", "Try again later. Nothing you sent has been lost."
            )
        },
        extra_app_wraps={(20, "Focus"): lambda _stateful: FocusOnNavigate.create()},
        head_components=head(),
        backend_exception_handler=to_problem_page(door.problem_path),
        api_transformer=_wrappers(door),
    )
    app.add_middleware(DefaultDeny(door.sessions, door.may, door.ways))
    return app


def _wrappers(door: Door) -> Sequence[Wrapper]:
    """Return what stands around the application, the innermost first."""
    guard = partial(
        EventSocketGuard,
        origins=door.origins,
        sessions=door.sessions,
        cookie=door.cookie,
        limits=door.socket_limits,
        trusted_hops=door.trusted_hops,
    )
    return [
        door.http,
        guard,
        partial(OriginCheck, origins=door.origins, signed_paths=door.signed_paths),
        partial(AddressLimits, rates=door.rates, redis_url=door.redis_url, trusted_hops=door.trusted_hops),
        partial(SecurityHeaders, build=build_folder(), strictness=Strictness(door.origins, door.forms_may_reach)),
    ]


def build_folder() -> Path:
    """Return where the finished frontend is, as ``rxconfig`` chooses when Reflex loads it."""
    get_config()
    return Path(os.environ["REFLEX_WEB_WORKDIR"]) / "build" / "client"
