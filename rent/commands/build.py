"""Build both front ends, only where something they are made of changed."""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

from rent.words import CATALOGUES
from web.building import NotBuilt, build_if_changed

DOORS: Final = ("portal", "officer_console")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take no arguments."""
    del parser


def run(arguments: argparse.Namespace) -> int:
    """Compile the catalogues and build each front end that is out of date."""
    del arguments
    _compile_catalogues()
    for door in DOORS:
        started = time.monotonic()
        try:
            if build_if_changed(door, say=_say):
                _say(f"Built {door.replace('_', ' ')} in {time.monotonic() - started:.0f} s")
        except NotBuilt as trouble:
            _say(str(trouble))
            return 1
    return 0


def _compile_catalogues() -> None:
    for source in sorted(CATALOGUES.glob("*/LC_MESSAGES/messages.po")):
        made = source.with_suffix(".mo")
        if made.exists() and made.stat().st_mtime >= source.stat().st_mtime:
            continue
        command = [str(Path(sys.executable).parent / "pybabel"), "compile", "-i", str(source), "-o", str(made)]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 (our own tool)


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()
