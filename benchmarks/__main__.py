"""Run every benchmark, or the ones that are named: ``python -m benchmarks one_posting inbound_text``."""

from __future__ import annotations

import os
import platform
import sys
from importlib import import_module

from benchmarks.figures import HEADING

ALL = ("one_posting", "weekly_charge", "bulk_import", "inbound_text", "outbox", "first_load", "tabs")


def main(names: list[str]) -> int:
    """Print each row as soon as it is measured; return 1 if a budget was missed."""
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.machine()}. Medians; ours and floor measured in turn.\n")
    print(HEADING)
    missed = 0
    for name in names or ALL:
        for row in import_module(f"benchmarks.{name}").run():
            print(row, flush=True)
            missed += row.kept is False
    return min(missed, 1)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
