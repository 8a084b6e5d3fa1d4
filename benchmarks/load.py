"""A plain HTTP client for load on this machine: some connections, a bounded number of requests, each written whole."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.request import urlopen

READY_WITHIN = 20.0


@dataclass(frozen=True)
class Measured:
    """What a run of requests gave."""

    a_second: float
    p50_ms: float
    p99_ms: float
    bad: int


def hammer(port: int, requests: Sequence[bytes], connections: int) -> Measured:
    """Send every request once over so many connections, and time each from first byte out to last byte in."""
    return asyncio.run(_hammer(port, requests, connections))


async def _hammer(port: int, requests: Sequence[bytes], connections: int) -> Measured:
    waiting = iter(requests)
    took: list[float] = []
    bad = 0

    async def one_connection() -> None:
        nonlocal bad
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for request in waiting:
            started = time.perf_counter()
            writer.write(request)
            bad += await _status(reader) >= 400
            took.append(time.perf_counter() - started)
        writer.close()

    started = time.perf_counter()
    await asyncio.gather(*(one_connection() for _ in range(connections)))
    whole = time.perf_counter() - started
    took.sort()
    return Measured(len(took) / whole, took[len(took) // 2] * 1000, took[int(len(took) * 0.99)] * 1000, bad)


async def _status(reader: asyncio.StreamReader) -> int:
    head = await reader.readuntil(b"\r\n\r\n")
    length = next((int(line.split(b":")[1]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")), 0)
    await reader.readexactly(length)
    return int(head.split(b" ", 2)[1])


@contextmanager
def serving(target: str, environment: Mapping[str, str], path: str, *, interface: str = "asgi") -> Iterator[int]:
    """Serve an application with one worker on a free port, and lend the port."""
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        interface,
        "--port",
        str(port),
        "--workers",
        "1",
        "--log-level",
        "error",
        target,
    ]
    process = subprocess.Popen(command, env=os.environ | dict(environment), stdout=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}{path}")
        yield port
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str) -> None:
    """Return once an address answers."""
    deadline = time.monotonic() + READY_WITHIN
    while True:
        try:
            urlopen(address, timeout=1).read()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return
