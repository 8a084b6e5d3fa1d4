"""The socket on which Stripe's own command line listens for events (``stripe listen``)."""

from __future__ import annotations

import asyncio
import json
import secrets
from typing import Any

from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from rent.gateways.standin_payments import signing
from rent.gateways.standin_payments.book import Book

PROTOCOL = "stripecli-devproxy-v1"


def routes(book: Book) -> list[WebSocketRoute]:
    """Return the socket's route."""

    async def listening(socket: WebSocket) -> None:
        await socket.accept(subprotocol=PROTOCOL)
        loop, waiting = asyncio.get_running_loop(), asyncio.Queue[dict[str, Any]]()

        def tell(event: dict[str, Any]) -> None:
            loop.call_soon_threadsafe(waiting.put_nowait, event)

        book.listeners.append(tell)
        try:
            await _speak(socket, waiting, f"whsec_{socket.path_params['listener']}")
        finally:
            book.listeners.remove(tell)

    return [WebSocketRoute("/stripecli/{listener}", listening)]


async def _speak(socket: WebSocket, waiting: asyncio.Queue[dict[str, Any]], secret: str) -> None:
    hearing = asyncio.create_task(_hear(socket))
    try:
        while not hearing.done():
            getting = asyncio.create_task(waiting.get())
            await asyncio.wait({getting, hearing}, return_when=asyncio.FIRST_COMPLETED)
            if not getting.done():
                getting.cancel()
                return
            await socket.send_text(_message(getting.result(), secret))
    finally:
        hearing.cancel()


async def _hear(socket: WebSocket) -> None:
    # It acknowledges each event and reports how our own webhook answered; we have no use for either.
    try:
        while True:
            await socket.receive_text()
    except WebSocketDisconnect:
        return


def _message(event: dict[str, Any], secret: str) -> str:
    body, signature = signing.signed(event, secret)
    return json.dumps(
        {
            "type": "webhook_event",
            # With a version here it would drop the event.
            "endpoint": {"api_version": None},
            "event_payload": body,
            "http_headers": {"Stripe-Signature": signature, "Content-Type": "application/json; charset=utf-8"},
            "webhook_conversation_id": f"wc_{secrets.token_hex(8)}",
            "webhook_id": f"wh_{secrets.token_hex(8)}",
        }
    )
