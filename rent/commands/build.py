"""Build both front ends, only where something they are made of changed."""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from web import serving

ROOT: Final = Path(__file__).parent.parent.parent
APPS: Final = ("portal", "officer_console")
SHARED: Final = ("web", "rent", "assets", "locale", "reflex.lock", "rxconfig.py", "uv.lock")
SKIPPED: Final = frozenset({".mo", ".pyc"})


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take no arguments."""
    del parser


def run(arguments: argparse.Namespace) -> int:
    """Compile the catalogues and build each front end that is out of date."""
    del arguments
    _compile_catalogues()
    for app in APPS:
        made = fingerprint(app)
        stamp = ROOT / f".web-{app}" / "built-from"
        if stamp.exists() and stamp.read_text() == made:
            continue
        _say(f"Building {app.replace('_', ' ')} (a minute the first time)")
        started = time.monotonic()
        if not _export(app):
            return 1
        stamp.write_text(made)
        _say(f"Built {app.replace('_', ' ')} in {time.monotonic() - started:.0f} s")
    return 0


def fingerprint(app: str) -> str:
    """Return a hash of everything a front end is made of."""
    digest = hashlib.sha256()
    for path in _inputs(app):
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _inputs(app: str) -> Iterator[Path]:
    for name in (*SHARED, app):
        top = ROOT / name
        found = sorted(top.rglob("*")) if top.is_dir() else [top]
        yield from (path for path in found if path.is_file() and path.suffix not in SKIPPED)


def _compile_catalogues() -> None:
    for source in sorted((ROOT / "locale").glob("*/LC_MESSAGES/messages.po")):
        made = source.with_suffix(".mo")
        if made.exists() and made.stat().st_mtime >= source.stat().st_mtime:
            continue
        command = [str(_tool("pybabel")), "compile", "-i", str(source), "-o", str(made)]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 (our own tool)


def _export(app: str) -> bool:
    command, environment = serving.build_command(app)
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 (our own tool)
    if done.returncode:
        _say(f"The {app} front end could not be built:\n{done.stdout[-4000:]}\n{done.stderr[-4000:]}")
    return done.returncode == 0


def _tool(name: str) -> Path:
    return Path(sys.executable).parent / name


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()
