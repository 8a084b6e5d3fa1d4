"""
A process that has everything imported, and forks a child for each piece of work it is given.

Starting Python for each of some hundreds of kills would take minutes; a fork takes milliseconds. The
child counts its steps: each call into and return from a function of ours, and each call of ours into C.
Nearer to what cannot be undone it counts more closely, whoever calls: a statement or commit as the
database's driver carries it out, and bytes to or from a socket, are steps before and after. At the step
it was told the child kills itself with SIGKILL.

One line of JSON in, one out. ``{"do": "module:function", "arguments": [...], "kill_at": step or null, "count": true}`` gives
``{"ended": exit status or minus the signal, "steps": how many, "doors": those at the database or a socket, "gave": the value}``.
``{"start": "module:function", "arguments": [...]}`` leaves a child running and gives its ``pid``; ``{"kill": pid}`` ends one.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

ROOT = str(Path(__file__).parents[3])
KILLING = f"{ROOT}/tests/integration/killing"
OURS = (*(f"{ROOT}/{name}/" for name in ("rent", "messaging", "jobs", "portal")), f"{KILLING}/work.py", f"{KILLING}/planted.py")
PRELOADED = ("jobs.worker", "portal.webhooks", "granian.server.embed", "tests.integration.killing.planted")
DOORS = frozenset({"execute", "executemany", "commit", "rollback", "connect", "send", "sendall", "recv_into"})


class Steps:
    """Counts steps, and ends the process at one of them."""

    def __init__(self, kill_at: int | None) -> None:
        self.count = 0
        self.kill_at = kill_at
        self.doors: dict[str, list[int]] = {}

    def __call__(self, frame: FrameType, event: str, called: object) -> None:
        name = getattr(called, "__name__", "") if event.startswith("c_") else ""
        is_door = name in DOORS
        if not is_door and not frame.f_code.co_filename.startswith(OURS):
            return
        self.count += 1
        if is_door:
            self.doors.setdefault(name, []).append(self.count)
        if self.count == self.kill_at:
            os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    """Serve orders until there are no more."""
    for module in PRELOADED:
        import_module(module)
    _answer("ready")
    at_work = set[int]()
    for line in sys.stdin:
        _answer(json.dumps(_obey(json.loads(line), at_work)))
    # Nobody is left to ask for them.
    for child in at_work:
        os.kill(child, signal.SIGKILL)


def _answer(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def _obey(order: dict[str, Any], at_work: set[int]) -> dict[str, Any]:
    if "start" in order:
        child = _start(order)
        at_work.add(child)
        return {"pid": child}
    if "kill" in order:
        os.kill(order["kill"], signal.SIGKILL)
        at_work.discard(order["kill"])
        return {"ended": _end_of(order["kill"])}
    return _carry_out(order)


def _start(order: dict[str, Any]) -> int:
    child = os.fork()
    if child == 0:
        os.dup2(2, 1)
        _work_named(order["start"])(*order["arguments"])
        os._exit(0)
    return child


def _carry_out(order: dict[str, Any]) -> dict[str, Any]:
    read_from, write_to = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read_from)
        _be_the_child(order, write_to)
    os.close(write_to)
    with os.fdopen(read_from) as told:
        words = told.read()
    nothing = {"steps": None, "doors": {}, "gave": None}
    return {"ended": _end_of(child), **(json.loads(words) if words else nothing)}


def _end_of(child: int) -> int:
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def _be_the_child(order: dict[str, Any], write_to: int) -> NoReturn:
    # Whatever the work prints must not be taken for an answer.
    os.dup2(2, 1)
    steps, status = Steps(order["kill_at"]), 0
    try:
        work = _work_named(order["do"])
        # Counting makes work several times slower, so it is done only where it matters.
        sys.setprofile(steps if order["count"] else None)
        gave = work(*order["arguments"])
    except BaseException as trouble:  # noqa: BLE001 (a child must answer, whatever happened)
        gave, status = f"{type(trouble).__name__}: {trouble}", 1
    sys.setprofile(None)
    with os.fdopen(write_to, "w") as answer:
        json.dump({"steps": steps.count, "doors": steps.doors, "gave": gave}, answer)
    os._exit(status)


def _work_named(name: str) -> Any:
    module, _, function = name.partition(":")
    return getattr(import_module(module), function)


if __name__ == "__main__":
    main()
