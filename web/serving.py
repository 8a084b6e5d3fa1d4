"""
How to start one door: the command and the environment, for whatever supervises it.

The finished frontend is served by the application itself and Node is not needed. The
names with two underscores are internal to Reflex, hence its exact pin and a smoke test:
without the first, every worker would compile every page again as it starts.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

ORIGINS = "EVENKEEL_ORIGINS"
REPOSITORY = Path(__file__).parents[1]
FRAME_BYTES = 64 * 1024


def command(door: str, port: int, *, host: str = "127.0.0.1", workers: int = 1) -> list[str]:
    """
    Return the command that serves a door, ``portal`` or ``officer_console``.

    :raises ValueError: if several workers are asked for without Redis to share state
    """
    if workers > 1 and "REDIS_URL" not in os.environ:
        raise ValueError("several workers share state through Redis: set REDIS_URL")
    options = {"--interface": "asgi", "--host": host, "--port": str(port), "--workers": str(workers)}
    arguments = [part for option in options.items() for part in option]
    return [sys.executable, "-m", "granian", *arguments, "--factory", f"{door}.app:app"]


def environment(door: str, *, origins: tuple[str, ...], inherited: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the environment a door is served in; ``origins`` are the addresses people reach it at."""
    return {
        **inherited,
        "EVENKEEL_APP": door,
        ORIGINS: " ".join(origins),
        "__REFLEX_SKIP_COMPILE": "true",
        "__REFLEX_MOUNT_FRONTEND_COMPILED_APP": "true",
        "REFLEX_ENV_MODE": "prod",
        "REFLEX_WEB_WORKDIR": f".web-{door}",
        "REFLEX_STATES_WORKDIR": f".states-{door}",
        "REFLEX_SOCKET_MAX_HTTP_BUFFER_SIZE": str(FRAME_BYTES),
    }


def build_command(door: str) -> tuple[list[str], dict[str, str]]:
    """Return the command and environment that build a door's frontend, in some seconds, with Node."""
    reflex = [sys.executable, "-m", "reflex", "export", "--frontend-only", "--no-zip"]
    return reflex, {**os.environ, "EVENKEEL_APP": door}


def origins_here() -> frozenset[str]:
    """Return the origins this process was told it is reached at."""
    return frozenset(os.environ.get(ORIGINS, "http://localhost:8000 http://127.0.0.1:8000").split())
