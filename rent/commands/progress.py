"""A line that says how far a long command has come."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field
from typing import Final, TextIO

QUIET_FOR: Final = 2.0
AT_MOST_EVERY: Final = 0.5


@dataclass(slots=True)
class Progress:
    """Says where the work is, once it has gone on for longer than a person waits without wondering."""

    to: TextIO = field(default_factory=lambda: sys.stderr)
    began: float = field(default_factory=time.monotonic)
    latest: float = 0.0

    def say(self, words: str) -> None:
        """Say it, unless something was said a moment ago."""
        now = time.monotonic()
        if now - self.began < QUIET_FOR or now - self.latest < AT_MOST_EVERY:
            return
        self.latest = now
        self.to.write(f"\r{words:<70}" if self.to.isatty() else f"{words}\n")
        self.to.flush()

    def done(self) -> None:
        """Leave the line."""
        if self.latest and self.to.isatty():
            self.to.write("\n")
