"""Make sure there is a Chromium for the tests."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from typing import Final

NAMES: Final = ("chromium", "chromium-browser", "google-chrome")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take no arguments."""
    del parser


def run(arguments: argparse.Namespace) -> int:
    """Install Debian's Chromium where there is none and we may; say what to do where we may not."""
    del arguments
    if any(map(shutil.which, NAMES)):
        return 0
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.stderr.write("The journeys need a Chromium. On Debian: sudo apt-get install chromium\n")
        return 1
    sys.stdout.write("Installing Chromium for the journeys\n")
    quiet = {"env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, "stdout": subprocess.DEVNULL}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium", "fonts-noto-core"]):
        subprocess.run(command, check=True, **quiet)  # type: ignore[call-overload]  # noqa: S603 (fixed words)
    return 0
