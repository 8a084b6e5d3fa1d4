"""Do what waits, in this process."""

from __future__ import annotations

import argparse
import os
import sys


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take no arguments."""
    del parser


def run(arguments: argparse.Namespace) -> int:
    """Become the worker. The command line and the jobs are both doors, and doors do not import each other."""
    del arguments
    os.execv(sys.executable, [sys.executable, "-m", "jobs.worker"])  # noqa: S606 (our own worker)
