"""Start a real server on a free port and stop it again."""

import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import httpx

REPOSITORY = Path(__file__).parents[3]
SECONDS_TO_START = 30


@contextmanager
def running(command: list[str], environment: Mapping[str, str], origin: str, *, until: str = "/ping") -> Iterator[str]:
    """Yield the origin once the server answers there."""
    process = subprocess.Popen(command, env=dict(environment), cwd=REPOSITORY)
    try:
        _wait(process, f"{origin}{until}")
        yield origin
    finally:
        process.terminate()
        process.wait(10)


def free_port() -> int:
    """Return a port nobody listens on now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], url: str) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        assert process.poll() is None, "the server ended while starting"
        try:
            httpx.get(url, verify=False)  # noqa: S501 - a certificate made for the test
        except httpx.TransportError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(url)
