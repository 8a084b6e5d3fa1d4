"""Copy the database to a file while the house goes on working."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from rent import runtime
from rent.store import copies


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the file to write."""
    parser.add_argument("file", type=Path, help="the copy; it must not be there yet")


def run(arguments: argparse.Namespace) -> int:
    """Write the copy and say how large it is."""
    try:
        copies.make(runtime.engine(), arguments.file)
    except copies.UnableToCopy as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1
    sys.stdout.write(f"Copied to {arguments.file} ({arguments.file.stat().st_size:,} bytes)\n")
    return 0
