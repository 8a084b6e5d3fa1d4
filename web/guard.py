"""
Refuse every event that nobody allowed.

Runs before each handler, those of ``on_load`` included. Reflex caches the handshake's
headers for the life of a socket, so a cookie checked on connecting proves nothing later:
the session's row is looked up on every event, and revoking it works at once.

Reflex keeps a tab's state for an hour under a token the client chose. A state tree is
bound to the session that filled it and is emptied as soon as another one, or none,
comes along.
"""

import asyncio
from contextvars import ContextVar
from dataclasses import dataclass

import reflex as rx
from reflex.app import App
from reflex.event import Event
from reflex.state import BaseState, StateUpdate
from reflex_base.registry import RegistrationContext

from web import handlers
from web.localised import in_locale, locale_of_path
from web.markers import Caller, Marker, marker_of
from web.sessions import May, Sessions, SignedIn
from web.socket_guard import ROW_SCHEME

_here: ContextVar[tuple[str, SignedIn | None]] = ContextVar("signed_in", default=("", None))


class NobodySignedIn(Exception):
    """The event being handled came from nobody we know."""


class SessionBinding(rx.State):
    """Remembers which session filled this tab's state; never sent to the browser."""

    _row_key: str = ""


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the refused are sent, as paths without a locale."""

    sign_in: str
    not_found: str


def signed_in(state: BaseState) -> SignedIn:
    """
    Return who raised the event being handled, as looked up for this very event.

    :raises NobodySignedIn: if no live session raised it
    """
    row_key, who = _here.get()
    if who is None or row_key != row_key_of(state):
        raise NobodySignedIn
    return who


def row_key_of(state: BaseState) -> str:
    """Return the session row the socket of this event was opened with, or nothing."""
    header: str = state.router.headers.raw_headers.get("authorization", "")
    return header.removeprefix(ROW_SCHEME) if header.startswith(ROW_SCHEME) else ""


class DefaultDeny(rx.Middleware):
    """Let an event through only if its handler's marker allows whoever raised it."""

    def __init__(self, sessions: Sessions, may: May, ways: Ways) -> None:
        self.sessions, self.may, self.ways = sessions, may, ways

    async def preprocess(self, app: App, state: BaseState, event: Event) -> StateUpdate | None:  # noqa: ARG002 - Reflex's
        """Return what to answer instead of running the handler, or nothing to run it."""
        row_key = row_key_of(state)
        marker = _marker(event)
        look = self.sessions.glimpsed if marker is not None and marker.by_itself else self.sessions.live
        who = await asyncio.to_thread(look, row_key) if row_key else None
        _here.set((row_key, who))
        forgotten = await _bind(state, row_key if who else "")
        if event.name in handlers.of_the_framework():
            return None
        way = self._way_out(who, marker)
        if way is None:
            return None
        target = in_locale(way, locale_of_path(state.router.url.path))
        return StateUpdate(delta=forgotten, events=Event.from_event_type(rx.redirect(target)))

    def _way_out(self, who: SignedIn | None, marker: Marker | None) -> str | None:
        if marker is not None and marker.caller is Caller.PUBLIC:
            return None
        if who is None:
            return self.ways.sign_in
        if marker is None or marker.caller != who.caller:
            return self.ways.not_found
        if marker.caller is Caller.OFFICER and not self.may(who, marker.action):
            return self.ways.not_found
        return None


def _marker(event: Event) -> Marker | None:
    return marker_of(RegistrationContext.get().event_handlers[event.name].handler.fn)


async def _bind(state: BaseState, row_key: str) -> dict[str, dict[str, object]]:
    """Empty the state tree if another session filled it; return what the browser must forget."""
    binding = await state.get_state(SessionBinding)
    filled_by = binding._row_key  # noqa: SLF001 - backend-only variables begin so
    if filled_by == row_key:
        return {}
    forgotten: dict[str, dict[str, object]] = {}
    if filled_by:
        forgotten = await _empty(state._get_root_state())  # noqa: SLF001 - Reflex offers no public way
    binding._row_key = row_key  # noqa: SLF001 - as above
    return forgotten


async def _empty(root: BaseState) -> dict[str, dict[str, object]]:
    # The Redis manager loads only the part of the tree an event needs; reset() would miss the rest.
    for kind in RegistrationContext.get().base_states.values():
        await root.get_state(kind)
    root.reset()
    delta: dict[str, dict[str, object]] = await root._get_resolved_delta()  # noqa: SLF001 - Reflex offers no public way
    return delta
