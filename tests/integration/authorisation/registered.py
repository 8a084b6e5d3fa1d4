"""Print, as JSON, everything a door registers; run in a process of its own, as Reflex allows one app in each."""

from __future__ import annotations

import importlib
import inspect
import json
import os
import subprocess
import sys
from dataclasses import dataclass

from tests.integration.web.running import REPOSITORY


@dataclass(frozen=True)
class Handler:
    """A handler's wire name, what the table calls it, and its parameters."""

    name: str
    short: str
    parameters: tuple[str, ...]


@dataclass(frozen=True)
class Registered:
    """What a door registers: its handlers, its HTTP routes as method and path, and its Reflex pages."""

    handlers: tuple[Handler, ...]
    routes: tuple[tuple[str, str], ...]
    pages: tuple[str, ...]


def of_door(door: str) -> Registered:
    """Return what the portal or the console registers."""
    environment = {**os.environ, "EVENKEEL_APP": door, "__REFLEX_SKIP_COMPILE": "true"}
    walk = [sys.executable, "-m", "tests.integration.authorisation.registered", door]
    said = json.loads(subprocess.run(walk, env=environment, cwd=REPOSITORY, capture_output=True, check=True).stdout.splitlines()[-1])
    handlers = tuple(Handler(name, _short(name), tuple(parameters)) for name, parameters in said["handlers"])
    return Registered(handlers, tuple(map(tuple, said["routes"])), tuple(said["pages"]))


def of_webhooks() -> tuple[tuple[str, str], ...]:
    """Return the routes the providers reach."""
    walk = [sys.executable, "-m", "tests.integration.authorisation.registered", "webhooks"]
    return tuple(map(tuple, json.loads(subprocess.run(walk, cwd=REPOSITORY, capture_output=True, check=True).stdout.splitlines()[-1])))


def _short(name: str) -> str:
    *_, state, handler = name.split(".")
    return f"{state.rsplit('____', 1)[-1]}.{handler}"


def _routes(routes) -> list[tuple[str, str]]:
    return [(method, route.path) for route in routes for method in sorted(route.methods) if method != "HEAD"]


def _walk(door: str) -> object:
    if door == "webhooks":
        return _routes(importlib.import_module("portal.webhooks").app.routes)
    app = importlib.import_module(f"{door}.app").app
    registry = importlib.import_module("reflex_base.registry").RegistrationContext.ensure_context()
    return {
        "handlers": [(name, list(inspect.signature(kept.handler.fn).parameters)[1:]) for name, kept in registry.event_handlers.items()],
        "routes": _routes(app.api_transformer[0].routes),
        "pages": list(app._unevaluated_pages),
    }


if __name__ == "__main__":
    sys.stdout.write("\n" + json.dumps(_walk(sys.argv[1])) + "\n")
