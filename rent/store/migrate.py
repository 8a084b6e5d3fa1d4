"""Bring a database to the shape this code expects."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

MIGRATIONS: Final = Path(__file__).parent.parent.parent / "migrations"


def upgrade(address: str, revision: str = "head") -> None:
    """Apply every migration up to a revision."""
    command.upgrade(_config(address), revision)


def downgrade(address: str, revision: str) -> None:
    """Take back every migration after a revision."""
    command.downgrade(_config(address), revision)


def is_current(session: Connection) -> bool:
    """Return whether the database has every migration."""
    return MigrationContext.configure(session).get_current_revision() == ScriptDirectory(str(MIGRATIONS)).get_current_head()


def _config(address: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["address"] = address
    return config
