"""
Decide who may open an event socket, and what of the handshake Reflex gets to see.

Reflex by itself accepts a socket from any site, copies all request headers into the tab's
state (and most of them back to the browser), pickles the Cookie header into the state
store, believes a token the client chose, and takes events as fast as they come. This
ASGI wrapper stands in front of all that.
"""

import asyncio
import hashlib
import re
import uuid
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.address import address_of, header
from web.pace import Pace
from web.sessions import Sessions

ROW_SCHEME = "Row "
EVENTS_PATH = "/_event"

REFUSED_ORIGIN, REFUSED_TOKEN, TOO_MANY = 4403, 4400, 4429
TOO_BIG = 1009

_HANDSHAKE = re.compile(rb"host|upgrade|connection|sec-websocket-.+")
_TAB_TOKEN = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class SocketLimits:
    """How much one address and one socket may ask of us."""

    sockets_per_address: int = 100
    frame_bytes: int = 64 * 1024
    events_per_second: int = 20
    burst: int = 40


class EventSocketGuard:
    """
    Open event sockets for our own pages only, with the cookie swapped for its row's key.

    The key travels in ``authorization`` because Reflex never echoes that header.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        origins: Collection[str],
        sessions: Sessions,
        cookie: str,
        limits: SocketLimits | None = None,
        trusted_hops: int = 0,
    ) -> None:
        self.app, self.origins, self.sessions, self.cookie = app, frozenset(origins), sessions, cookie
        self.limits, self.trusted_hops = limits or SocketLimits(), trusted_hops
        self.open: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let HTTP pass; open, narrow or refuse a socket."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        token = dict(parse_qsl(scope["query_string"].decode("latin-1"))).get("token", "")
        address = address_of(scope, self.trusted_hops)
        if refusal := self._refusal(scope, address, token):
            await _refuse(receive, send, refusal)
            return
        self.open[address] += 1
        try:
            row_key = await self._row_key(scope)
            await self.app(_narrowed(scope, row_key, token), self._measured(receive, send), send)
        finally:
            self.open[address] -= 1
            self.open += Counter()  # drops the addresses that reached nought

    def _refusal(self, scope: Scope, address: str, token: str) -> int:
        # A page always sends its origin; whoever sends none is no browser of ours.
        if header(scope["headers"], b"origin") not in self.origins:
            return REFUSED_ORIGIN
        if not scope["path"].startswith(EVENTS_PATH) or not _TAB_TOKEN.fullmatch(token):
            return REFUSED_TOKEN
        return TOO_MANY if self.open[address] >= self.limits.sockets_per_address else 0

    async def _row_key(self, scope: Scope) -> str:
        secret = cookie_value(header(scope["headers"], b"cookie"), self.cookie)
        return (await asyncio.to_thread(self.sessions.row_key, secret) if secret else None) or ""

    def _measured(self, receive: Receive, send: Send) -> Receive:
        pace = Pace(self.limits.events_per_second, self.limits.burst)
        clock = asyncio.get_running_loop().time

        async def measured() -> Message:
            message = await receive()
            if message["type"] != "websocket.receive":
                return message
            if _size(message) > self.limits.frame_bytes:
                return await _hang_up(send, TOO_BIG)
            return message if pace.allows(clock()) else await _hang_up(send, TOO_MANY)

        return measured


def cookie_value(cookies: str, name: str) -> str:
    """Return one cookie from a Cookie header, or an empty string."""
    try:
        morsel = SimpleCookie(cookies).get(name)
    except CookieError:
        return ""
    return morsel.value if morsel else ""


def tab_key(row_key: str, token: str) -> str:
    """
    Return the key under which a tab's state is kept: another one for each session.

    A token seen in a log or lifted from a tab thus leads to nothing without its cookie.
    """
    digest = hashlib.sha256(f"{row_key}\n{token}".encode()).digest()
    return str(uuid.UUID(bytes=digest[:16]))


def _narrowed(scope: Scope, row_key: str, token: str) -> Scope:
    headers = [(name, value) for name, value in scope["headers"] if _HANDSHAKE.fullmatch(name.lower())]
    if row_key:
        headers.append((b"authorization", f"{ROW_SCHEME}{row_key}".encode()))
    query = dict(parse_qsl(scope["query_string"].decode("latin-1")))
    query["token"] = tab_key(row_key, token)
    # Reflex stores the peer's address in the tab's state and shows it to the browser.
    return {**scope, "headers": headers, "query_string": urlencode(query).encode(), "client": ("0.0.0.0", 0)}  # noqa: S104


def _size(message: Message) -> int:
    text = message.get("text")
    return len(text.encode()) if text is not None else len(message.get("bytes") or b"")


async def _refuse(receive: Receive, send: Send, code: int) -> None:
    await receive()
    await send({"type": "websocket.close", "code": code})


async def _hang_up(send: Send, code: int) -> Message:
    await send({"type": "websocket.close", "code": code})
    return {"type": "websocket.disconnect", "code": code}
