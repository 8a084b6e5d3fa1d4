"""Bring the database to the shape this code expects."""

from __future__ import annotations

import argparse

from rent.settings import settings
from rent.store import migrate


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a revision to go back to, if that is what is wanted."""
    parser.add_argument("--back-to", metavar="REVISION", help="take back every migration after this one")


def run(arguments: argparse.Namespace) -> int:
    """Apply every migration, or take some back."""
    address = settings().database_url.get_secret_value()
    if arguments.back_to:
        migrate.downgrade(address, arguments.back_to)
    else:
        migrate.upgrade(address)
    return 0
