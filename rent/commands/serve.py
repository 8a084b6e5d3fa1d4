"""Serve one part of the house in this process."""

from __future__ import annotations

import argparse
import os
import sys
from typing import Final
from urllib.parse import urlsplit

from rent.settings import Settings, settings
from web import serving

PARTS: Final = ("portal", "officer_console", "webhooks", "standins")
_APPS: Final = {"webhooks": "portal.webhooks:app", "standins": "jobs.standins:app"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the part, and where to listen."""
    parser.add_argument("part", choices=PARTS)
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: this machine only)")
    parser.add_argument("--port", type=int, help="the port (default: the one in the part's origin)")
    parser.add_argument("--workers", type=int, default=1, help="processes; more than one portal or console needs REDIS_URL")


def run(arguments: argparse.Namespace) -> int:
    """Become the server of that part."""
    origin = origin_of(arguments.part, settings())
    port = arguments.port or urlsplit(origin).port or 80
    command, environment = how_to_serve(arguments.part, origin, port, host=arguments.host, workers=arguments.workers)
    os.execvpe(command[0], command, environment)  # noqa: S606 (our own server)


def how_to_serve(part: str, origin: str, port: int, *, host: str = "127.0.0.1", workers: int = 1) -> tuple[list[str], dict[str, str]]:
    """
    Return the command and the environment that serve a part.

    :raises ValueError: if several workers would have no Redis to share state through
    """
    if part in _APPS:
        options = ["--interface", "asgi", "--host", host, "--port", str(port), "--workers", str(workers), "--log-level", "warning"]
        return [sys.executable, "-m", "granian", *options, _APPS[part]], dict(os.environ)
    return serving.command(part, port, host=host, workers=workers), serving.environment(part, origins=(origin,))


def origin_of(part: str, house: Settings) -> str:
    """Return the address people or providers reach a part at."""
    return {
        "portal": house.portal_origin,
        "officer_console": house.console_origin,
        "webhooks": house.webhook_origin,
        "standins": house.standin_origin,
    }[part]
