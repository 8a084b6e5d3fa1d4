"""
Bring a copy back.

What was waiting to be sent when the copy was made may have been sent since. It is asked of the
provider, never sent again blindly.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from rent import runtime
from rent.settings import settings
from rent.store import copies, migrate, postings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the copy, and leave to replace what is there."""
    parser.add_argument("file", type=Path, help="a copy made by `evenkeel backup`")
    parser.add_argument("--replace", action="store_true", help="replace the database that is there now")


def run(arguments: argparse.Namespace) -> int:
    """Put the copy in place, bring it up to date, doubt its outbox, and prove its balances."""
    address = settings().database_url.get_secret_value()
    try:
        copies.bring_back(address, arguments.file, replace=arguments.replace)
    except copies.UnableToCopy as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1
    migrate.upgrade(address)
    with runtime.transaction() as session:
        doubted = copies.doubt_the_outbox(session)
        wrong = postings.differences(session)
    sys.stdout.write(f"Restored. {doubted} messages will be looked up with the provider before anything is sent.\n")
    if wrong:
        sys.stderr.write(f"{len(wrong)} accounts do not add up: their balance is not the sum of their postings.\n")
    return 1 if wrong else 0
