"""Build a door's frontend where it is out of date, one process at a time."""

import fcntl
import hashlib
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from web.serving import REPOSITORY, build_command

# The npm lock is left out: a build may write it anew, and it follows from uv.lock and the code.
MADE_OF: Final = ("web", "rent", "assets", "locale", "rxconfig.py", "uv.lock")
SKIPPED: Final = frozenset({".mo", ".pyc"})
TOLD: Final = 4000


class NotBuilt(Exception):
    """The frontend could not be built; the words say why."""


def build_if_changed(door: str, *, say: Callable[[str], None] = lambda _words: None) -> bool:
    """
    Build a door's frontend if anything it is made of changed; return whether it did.

    :raises NotBuilt: if the build failed
    """
    with _one_at_a_time(door):
        made_of, stamp = fingerprint(door), REPOSITORY / f".web-{door}" / "built-from"
        if stamp.exists() and stamp.read_text() == made_of:
            return False
        say(f"Building {door.replace('_', ' ')} (a minute the first time)")
        command, environment = build_command(door)
        done = subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own tool
        if done.returncode:
            raise NotBuilt(f"The {door} frontend could not be built:\n{done.stdout[-TOLD:]}\n{done.stderr[-TOLD:]}")
        stamp.write_text(made_of)
        return True


def fingerprint(door: str) -> str:
    """Return a hash of everything a frontend is made of. By content: a checkout gives old files new times."""
    digest = hashlib.sha256()
    for path in _inputs(door):
        digest.update(str(path.relative_to(REPOSITORY)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _inputs(door: str) -> Iterator[Path]:
    for name in (*MADE_OF, door):
        top = REPOSITORY / name
        found = sorted(top.rglob("*")) if top.is_dir() else [top]
        yield from (path for path in found if path.is_file() and path.suffix not in SKIPPED)


@contextmanager
def _one_at_a_time(door: str) -> Iterator[None]:
    # Two builds in one folder would spoil each other.
    folder = REPOSITORY / ".web-locks"
    folder.mkdir(exist_ok=True)
    with (folder / door).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
