"""Walk every event handler a client could call, and what each says about its callers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reflex.state import OnLoadInternalState, State
from reflex_base.event import EventHandler
from reflex_base.registry import RegistrationContext
from reflex_base.utils.format import format_event_handler

from web.markers import Marker, marker_of


@dataclass(frozen=True, slots=True)
class RegisteredHandler:
    """A handler's wire name, where it is written and its marker."""

    name: str
    module: str
    marker: Marker | None


@cache
def of_the_framework() -> frozenset[str]:
    """
    Return the names of Reflex's own handlers that a page cannot live without.

    Deliberately absent: ``setvar`` (writes any variable), ``update_vars_internal``
    (client storage, which we do not use) and ``handle_frontend_exception`` (lets a
    client write our log).
    """
    own = State.event_handlers
    on_load = OnLoadInternalState.event_handlers
    kept: tuple[EventHandler, ...] = (
        own["hydrate"],
        own["hydrate_and_load"],
        own["set_is_hydrated"],
        on_load["on_load_internal"],
        on_load["set_is_hydrated"],
    )
    return frozenset(map(format_event_handler, kept))


def handlers() -> Iterator[RegisteredHandler]:
    """Yield every handler registered in this process, the framework's too."""
    for name, registered in RegistrationContext.ensure_context().event_handlers.items():
        written = registered.handler.fn
        yield RegisteredHandler(name, written.__module__, marker_of(written))


def unmarked() -> list[str]:
    """Return the names of our own handlers that say nothing about their callers."""
    return [found.name for found in handlers() if found.marker is None and not found.module.startswith("reflex")]
