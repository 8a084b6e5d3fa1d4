"""Orders for the zygote, and the choice of where to kill."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import IO, Any

ROOT = Path(__file__).parents[3]
KILLED = -signal.SIGKILL
AT_A_DOOR = 0.6


def seeded(seed: int) -> Random:
    """Return chance that is the same each time."""
    return Random(seed)  # noqa: S311 (chance, not secrets)


def process_environment(more: Mapping[str, str]) -> dict[str, str]:
    """Return our own environment with more to it, and with compiled modules kept, so that starts are quick."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | dict(more)


@dataclass(frozen=True)
class Ended:
    """How a child ended: its exit status or minus the signal, its steps, those at each kind of door, and what it gave."""

    status: int
    steps: int | None
    doors: Mapping[str, Sequence[int]]
    gave: Any

    @property
    def was_killed(self) -> bool:
        return self.status == KILLED


class Zygote:
    """A process with everything imported, that does work in children of its own."""

    def __init__(self, environment: Mapping[str, str], log: IO[str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.integration.killing.zygote"],
            cwd=ROOT,
            env=process_environment(environment),
            stderr=log,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._hear() == "ready"

    def do(self, work: str, *arguments: object, kill_at: int | None = None, count: bool = False) -> Ended:
        """Carry out ``module:function`` in a child, to its end or to a step; count its steps if asked."""
        told = self._order(do=work, arguments=arguments, kill_at=kill_at, count=count or kill_at is not None)
        ended = Ended(told["ended"], told["steps"], told["doors"], told["gave"])
        # Killed or whole: a piece of work that falls over by itself is a fault at once.
        assert ended.status in {0, KILLED}, f"{work} fell over: {ended.gave}"
        return ended

    def start(self, work: str, *arguments: object) -> int:
        """Leave a child at work; return its process id."""
        return int(self._order(start=work, arguments=arguments)["pid"])

    def kill(self, pid: int) -> bool:
        """End a child that was started; return whether the signal was what ended it."""
        return bool(self._order(kill=pid)["ended"] == KILLED)

    def close(self) -> None:
        """Let the process go."""
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(10)
        assert self._process.stdout
        self._process.stdout.close()

    def _order(self, **order: object) -> dict[str, Any]:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return dict(json.loads(self._hear()))

    def _hear(self) -> str:
        assert self._process.stdout
        line = self._process.stdout.readline()
        assert line, "the zygote is gone"
        return line.rstrip("\n")


@dataclass
class Killer:
    """Kills work at seeded steps, learned from runs that were let be, and keeps a record of what it did."""

    zygote: Zygote
    random: Random
    learned: dict[str, list[Ended]]
    learns: bool = False
    record: list[str] = field(default_factory=list)
    kills: int = 0

    def do(self, work: str, *arguments: object) -> Ended:
        """Carry work out to its end; in a rehearsal, learn its steps."""
        ended = self.zygote.do(work, *arguments, count=self.learns)
        assert ended.status == 0
        if self.learns:
            self.learned.setdefault(work, []).append(ended)
        self.record.append(f"{_name(work)} came to its end")
        return ended

    def kill(self, work: str, *arguments: object) -> Ended:
        """Kill work somewhere, as often as not beside a commit, a statement or a socket."""
        step = self._choose(work)
        ended = self.zygote.do(work, *arguments, kill_at=step)
        self.kills += ended.was_killed
        self.record.append(f"{_name(work)} {'killed at' if ended.was_killed else 'came to its end before'} step {step}")
        return ended

    def _choose(self, work: str) -> int:
        run = self.random.choice(self.learned[work])
        if self.random.random() < AT_A_DOOR:
            # By kind first, since there is one commit for many statements.
            return self.random.choice(run.doors[self.random.choice(sorted(run.doors))])
        return self.random.randint(1, run.steps or 1)


def _name(work: str) -> str:
    return work.rpartition(":")[2]
