"""
A process that has everything imported, and forks a child for each piece of work it is given.

Starting Python for each of some hundreds of kills would take minutes; a fork takes milliseconds. The
child counts each step into or out of a function of ours, and of a C function called by ours, and kills
itself with SIGKILL at the step it was told. So a kill can fall before or after any statement, commit,
request or write.

One line of JSON in: ``{"do": "module:function", "arguments": [...], "kill_at": step or null}``.
One line of JSON out: ``{"ended": exit status or minus the signal, "steps": how many, or null, "gave": the value}``.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = str(Path(__file__).parents[3])
OURS = tuple(f"{ROOT}/{name}/" for name in ("rent", "messaging", "jobs", "portal"))
PRELOADED = ("jobs.worker", "rent.commands.import_extracts", "tests.integration.killing.work")


class Steps:
    """Counts steps, and ends the process at one of them."""

    def __init__(self, kill_at: int | None) -> None:
        self.count = 0
        self.kill_at = kill_at

    def __call__(self, frame: FrameType, _event: str, _argument: object) -> None:
        if not frame.f_code.co_filename.startswith(OURS):
            return
        self.count += 1
        if self.count == self.kill_at:
            os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    """Serve orders until there are no more."""
    for module in PRELOADED:
        import_module(module)
    _answer("ready")
    for line in sys.stdin:
        _answer(json.dumps(_carry_out(json.loads(line))))


def _answer(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def _carry_out(order: dict[str, Any]) -> dict[str, Any]:
    read_from, write_to = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read_from)
        _be_the_child(order, write_to)
    os.close(write_to)
    with os.fdopen(read_from) as told:
        words = told.read()
    _, status = os.waitpid(child, 0)
    return {"ended": os.waitstatus_to_exitcode(status), **(json.loads(words) if words else {"steps": None, "gave": None})}


def _be_the_child(order: dict[str, Any], write_to: int) -> None:
    # Whatever the work prints must not be taken for an answer.
    os.dup2(2, 1)
    module, _, name = order["do"].partition(":")
    steps = Steps(order["kill_at"])
    try:
        work = getattr(import_module(module), name)
        sys.setprofile(steps)
        gave = work(*order["arguments"])
        sys.setprofile(None)
        os.write(write_to, json.dumps({"steps": steps.count, "gave": gave}).encode())
        os._exit(0)
    except BaseException as trouble:  # noqa: BLE001 (a child must answer, whatever happened)
        sys.setprofile(None)
        os.write(write_to, json.dumps({"steps": steps.count, "gave": f"{type(trouble).__name__}: {trouble}"}).encode())
        os._exit(1)


if __name__ == "__main__":
    main()
