"""A browser's tab as the server sees it: a socket, a token and events. It obeys nobody."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import socketio

HYDRATE = "reflex___state____state.hydrate_and_load"
DESK = "reflex___state____state.tests___integration___web___guarded_door____desk"
NAMESPACE = "/_event"


class Tab:
    """An open socket and everything that came back on it."""

    def __init__(self, client: socketio.AsyncClient, path: str) -> None:
        self.client, self.path = client, path
        self.updates: list[dict[str, Any]] = []
        self.news = asyncio.Event()
        self.gone = asyncio.Event()

    async def call(self, handler: str, payload: dict[str, Any] | None = None, *, of: str = DESK) -> None:
        """Call a handler of a state by its wire name."""
        name = handler if "." in handler else f"{of}.{handler}"
        router = {"pathname": self.path, "asPath": self.path, "query": {}}
        await self.client.emit("event", {"name": name, "payload": payload or {}, "router_data": router}, namespace=NAMESPACE)

    async def told(self, wanted: str) -> bool:
        """Return true once the server has sent something that contains these words."""
        async with asyncio.timeout(5):
            while wanted not in repr(self.updates):
                self.news.clear()
                await self.news.wait()
        return True

    async def settled(self) -> str:
        """Return all the server ever said, after it has answered one more harmless event."""
        await self.call("greet")
        await self.told("hello")
        return repr(self.updates)

    def forget(self) -> None:
        """Forget what came so far."""
        self.updates.clear()

    def _received(self, update: dict[str, Any]) -> None:
        self.updates.append(update)
        self.news.set()


@asynccontextmanager
async def tab(
    origin: str,
    *,
    secret: str = "",
    token: str = "",
    sends_origin: str | None = None,
    path: str = "/",
    cookies: Sequence[str] = ("__Host-test",),
) -> AsyncIterator[Tab]:
    """
    Open a tab as a page would; ``secret`` is the session cookie, by each of these names.

    :raises socketio.exceptions.ConnectionError: if the server will not have it
    """
    client = socketio.AsyncClient(reconnection=False)
    opened = Tab(client, path)
    client.on("event", opened._received, namespace=NAMESPACE)
    client.on("disconnect", lambda *_: opened.gone.set(), namespace=NAMESPACE)
    headers = {"Cookie": "; ".join(f"{name}={secret}" for name in cookies)} if secret else {}
    if own := origin if sends_origin is None else sends_origin:
        headers["Origin"] = own
    boot = {"name": HYDRATE, "payload": {}, "router_data": {"pathname": path, "asPath": path, "query": {}}}
    try:
        await client.connect(
            f"{origin}/_event?token={token or uuid.uuid4()}",
            headers=headers,
            auth={"event": boot},
            transports=["websocket"],
            namespaces=[NAMESPACE],
            socketio_path="/_event",
        )
        yield opened
    finally:
        await client.disconnect()
        if client.eio.http:
            await client.eio.http.close()
