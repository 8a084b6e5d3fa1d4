"""One socket of one caller, and every handler of a door called through it, politely and not."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from itertools import count
from typing import Any

from tests.integration.authorisation.expected_handlers import FRAMEWORK_REFUSED, Outcome
from tests.integration.authorisation.registered import Handler
from tests.integration.authorisation.world import World
from tests.integration.web.tab import NAMESPACE, Tab

SENTINEL = "reflex___state____state.set_is_hydrated"
# The doors allow twenty events a second on one socket.
PACE = 1 / 19
ANSWERS_WITHIN = 60
# These make the page load, and each thing a page loads is an event in turn.
LOADERS = {"state.hydrate_and_load", "on_load_internal_state.on_load_internal"}
LINKS_MAX = 8
_REDIRECT = re.compile(r"_redirect.{0,80}?(/sign-in|/404)")

POLITE: dict[str, dict[str, Any]] = {
    "search_state.search": {"form": {"wanted": "zqu"}},
    "case_state.give_reason": {"form": {}},
    "set_is_hydrated": {"value": True},
}


def polite(handler: Handler, world: World) -> dict[str, Any]:
    """Return the arguments a page would send: forms nobody filled in, and the ids of the tenancy aimed at."""
    given = POLITE.get(handler.short, {})
    ids = {"thread": str(world.this.thread), "account": str(world.this.account), "words": "Hello", "value": True}
    return {name: given.get(name, ids.get(name, {} if name.endswith("form") else "")) for name in handler.parameters}


def hostile(handler: Handler, world: World) -> Iterator[dict[str, Any]]:
    """Yield arguments no page would send: another tenancy's ids, negative money, huge words, wrong kinds."""
    theirs = {
        "account": str(world.other.account),
        "person": str(world.other.person),
        "thread": str(world.other.thread),
        "amount": "-5.00",
        "words": "\0" + "x" * 900,
        "wanted": "%_zqu",
        "choice": "other",
        "command": "' OR 1=1 --",
        "reason": "",
    }
    ours = {**theirs, "account": str(world.this.account), "person": str(world.this.person), "amount": "15", "words": "From a stranger"}
    numbers = (str(world.other.thread), str(world.other.account))
    values = (theirs, ours, None, [], -1, True, {"form": {"form": []}}, "x" * 20_000, *numbers)
    is_ours = handler.short.rsplit(".", 1)[1] not in FRAMEWORK_REFUSED
    for value in values if handler.parameters and is_ours else ():
        yield dict.fromkeys(handler.parameters, value)
    yield {"no_such_parameter": 1}


class Attacker:
    """A tab that calls what it likes, and remembers all it was told."""

    def __init__(self, tab: Tab, world: World) -> None:
        self.tab, self.world = tab, world
        self.marks = count(1)
        self.told: list[str] = []

    async def attack(self, handlers: list[Handler]) -> dict[str, Outcome]:
        """Call every handler politely and note what came of it; then call each with every hostile argument."""
        outcomes = {}
        await self._all_said(LINKS_MAX)
        for handler in handlers:
            await self._call(handler, polite(handler, self.world))
            outcomes[handler.short] = _outcome(await self._all_said(LINKS_MAX if handler.short in LOADERS else 1))
        for handler in handlers:
            for arguments in hostile(handler, self.world):
                await self._call(handler, arguments)
            await self._all_said(1)
        return outcomes

    async def listen(self) -> str:
        """Return everything the tab was told and is still told, once nothing more comes."""
        self.told.append(repr(self.tab.updates))
        await self._all_said(LINKS_MAX)
        return "".join(self.told)

    async def _call(self, handler: Handler, arguments: dict[str, Any]) -> None:
        await self._emit(handler.name, arguments, self.tab.path)

    async def _all_said(self, times: int) -> str:
        """
        Return what the server said until it has answered more harmless events, one after another.

        Each comes from an address of its own, which the server repeats once it gets there.
        """
        said = "".join([await self.answered(SENTINEL, {"value": True}) for _ in range(times)])
        self.told.append(said)
        return said

    async def answered(self, name: str, arguments: dict[str, Any]) -> str:
        """Call a handler, and return what the server said until it had got to it."""
        mark = f"mark={next(self.marks)}."
        await self._emit(name, arguments, f"{self.tab.path}&{mark}")
        async with asyncio.timeout(ANSWERS_WITHIN):
            while not any(mark in repr(update) for update in self.tab.updates[-5:]):
                self.tab.news.clear()
                await self.tab.news.wait()
        said = repr(self.tab.updates)
        self.tab.forget()
        return said

    async def _emit(self, name: str, arguments: dict[str, Any], path: str) -> None:
        await asyncio.sleep(PACE)
        router = {"pathname": path.partition("?")[0], "asPath": path, "query": {}}
        await self.tab.client.emit("event", {"name": name, "payload": arguments, "router_data": router}, namespace=NAMESPACE)


def _outcome(said: str) -> Outcome:
    found = _REDIRECT.search(said)
    if found is None:
        return Outcome.RUNS
    return Outcome.SIGN_IN if found[1] == "/sign-in" else Outcome.NOT_FOUND
