"""Whether the database has the shape this code expects, which most commands need before they begin."""

from __future__ import annotations

from typing import Final

from rent import runtime
from rent.store import migrate

# These read and write what is there already; the rest make it, replace it, or need none.
NEED_IT: Final = frozenset({"import", "demo-data", "create-officer", "work"})


def what_is_missing(command: str) -> str:
    """Return what has to be done before a command can begin; empty when nothing has."""
    if command not in NEED_IT:
        return ""
    with runtime.reading() as session:
        is_current = migrate.is_current(session)
    return "" if is_current else "The database does not have the shape this code expects. Say this first: evenkeel migrate\n"
