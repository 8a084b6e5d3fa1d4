"""Copies of the whole database, made while the house works and brought back when it must."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from pathlib import Path

from sqlalchemy import Connection, Engine, update
from sqlalchemy.engine import URL, make_url

from rent.domain.message import Delivery
from rent.store.tables.messages import outbox


class UnableToCopy(Exception):
    """The copy was not made or not brought back, and nothing was changed."""


def make(engine: Engine, target: Path) -> None:
    """
    Write a consistent copy: a database file for SQLite, a custom dump for PostgreSQL.

    :raises UnableToCopy: if the file is there already
    """
    if target.exists():
        raise UnableToCopy(f"{target} is there already. Name another file.")
    target.parent.mkdir(parents=True, exist_ok=True)
    if engine.dialect.name != "sqlite":
        _tool("pg_dump", "--format=custom", f"--file={target}", _plain(engine.url))
        return
    with sqlite3.connect(str(engine.url.database)) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))


def bring_back(address: str, copy: Path, *, replace: bool) -> None:
    """
    Put a copy in the place of the database at an address.

    :raises UnableToCopy: if there is no such copy, it is damaged, or something is in its place
    """
    if not copy.exists():
        raise UnableToCopy(f"There is no {copy}.")
    url = make_url(address)
    if url.get_backend_name() == "sqlite":
        _bring_back_file(copy, Path(str(url.database)), replace=replace)
    else:
        clean = ("--clean", "--if-exists") if replace else ()
        _tool("pg_restore", *clean, "--no-owner", "--exit-on-error", f"--dbname={_plain(url)}", str(copy))


def doubt_the_outbox(session: Connection) -> int:
    """
    Mark everything that waited in a copy as perhaps sent since; return how many messages that is.

    They are looked up with the provider, and never sent again blindly.
    """
    waiting = outbox.c.delivery.in_([Delivery.WANTED, Delivery.CLAIMED])
    return session.execute(update(outbox).where(waiting).values(delivery=Delivery.UNKNOWN)).rowcount


def _bring_back_file(copy: Path, target: Path, *, replace: bool) -> None:
    if target.exists() and not replace:
        raise UnableToCopy(f"{target} is there already. Stop the house, then say --replace to put the copy in its place.")
    try:
        with sqlite3.connect(copy) as connection:
            sound = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    except sqlite3.DatabaseError:
        sound = False
    if not sound:
        raise UnableToCopy(f"{copy} is damaged; nothing was changed.")
    target.parent.mkdir(parents=True, exist_ok=True)
    for leftover in (target, Path(f"{target}-wal"), Path(f"{target}-shm")):
        leftover.unlink(missing_ok=True)
    shutil.copyfile(copy, target)


def _plain(url: URL) -> str:
    return url.set(drivername="postgresql").render_as_string(hide_password=False)


def _tool(*words: str) -> None:
    done = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603 (PostgreSQL's own tools)
    if done.returncode:
        raise UnableToCopy(done.stderr.strip())
