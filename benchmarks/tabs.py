"""Two hundred tenants with the portal open, each asking for their figures once a second."""

from __future__ import annotations

import asyncio
import time
import uuid

import socketio

from benchmarks.figures import Row
from benchmarks.portal_house import Portal, portal

TABS = 200
EVENTS = 15
NAMESPACE = "/_event"
ROUTER = {"pathname": "/", "asPath": "/", "query": {}}
HYDRATE = {"name": "reflex___state____state.hydrate_and_load", "payload": {}, "router_data": ROUTER}
LOAD = {"name": "reflex___state____state.portal___pages___home____home_state.load", "payload": {}, "router_data": ROUTER}


def run() -> list[Row]:
    """Return the one row."""
    with portal(TABS) as house:
        took, lost = asyncio.run(_everybody(house))
    took.sort()
    p50, p95 = (took[int(len(took) * part)] * 1000 for part in (0.5, 0.95))
    note = f"p50 {p50:.0f} ms, {lost} unanswered of {TABS * EVENTS}"
    return [
        Row(f"{TABS} signed-in tabs, an event a second with a read, p95", "ms", p95, None, "p95 < 100 ms", p95 < 100 and not lost, note)
    ]


async def _everybody(house: Portal) -> tuple[list[float], int]:
    took: list[float] = []
    lost = await asyncio.gather(*(_one(house, secret, number / TABS, took) for number, secret in enumerate(house.secrets)))
    return took, sum(lost)


async def _one(house: Portal, secret: str, after: float, took: list[float]) -> int:
    client = socketio.AsyncClient(reconnection=False)
    answered = asyncio.Event()
    client.on("event", lambda _update: answered.set(), namespace=NAMESPACE)
    await asyncio.sleep(after * 4)
    await client.connect(
        f"{house.origin}/_event?token={uuid.uuid4()}",
        headers={"Cookie": f"tenant={secret}", "Origin": house.origin, "X-Forwarded-For": f"192.0.2.{int(after * TABS)}"},
        auth={"event": HYDRATE},
        transports=["websocket"],
        namespaces=[NAMESPACE],
        socketio_path="/_event",
    )
    await asyncio.sleep(4 + (1 - after))
    lost = 0
    for _ in range(EVENTS):
        answered.clear()
        started = time.perf_counter()
        await client.emit("event", LOAD, namespace=NAMESPACE)
        try:
            await asyncio.wait_for(answered.wait(), 5)
            took.append(time.perf_counter() - started)
        except TimeoutError:
            lost += 1
        await asyncio.sleep(max(0.0, 1 - (time.perf_counter() - started)))
    await client.disconnect()
    return lost
