"""
Say, on each event handler, who may call it.

Every public method of every Reflex state is callable by anybody who can open a socket,
from any page, with any arguments. A handler therefore says who it is for, with one of
these decorators placed below ``@rx.event``; one that says nothing is refused.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

Handler = TypeVar("Handler", bound=Callable[..., Any])


class Caller(StrEnum):
    """Whom a handler serves."""

    PUBLIC = "PUBLIC"
    TENANT = "TENANT"
    OFFICER = "OFFICER"


@dataclass(frozen=True, slots=True)
class Marker:
    """
    Who may call a handler and, for officers, which action it takes.

    ``by_itself``: the page calls it without anybody touching it, so it keeps no session alive.
    """

    caller: Caller
    action: str = ""
    by_itself: bool = False


def public(handler: Handler) -> Handler:
    """Let anybody call this handler, signed in or not."""
    return _mark(handler, Marker(Caller.PUBLIC))


def tenant(handler: Handler) -> Handler:
    """Let signed-in tenants call this handler."""
    return _mark(handler, Marker(Caller.TENANT))


def officer(action: str, *, by_itself: bool = False) -> Callable[[Handler], Handler]:
    """Let signed-in officers who may take the action call this handler."""
    return lambda handler: _mark(handler, Marker(Caller.OFFICER, action, by_itself))


def marker_of(handler: Callable[..., Any]) -> Marker | None:
    """Return the marker a handler carries, if any."""
    found = getattr(handler, "__evenkeel_marker__", None)
    return found if isinstance(found, Marker) else None


def _mark(handler: Handler, marker: Marker) -> Handler:
    handler.__evenkeel_marker__ = marker  # type: ignore[attr-defined]
    return handler
