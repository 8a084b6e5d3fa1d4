"""Let somebody into the console: asks for a password, prints what enrols their authenticator."""

from __future__ import annotations

import argparse
import getpass
import sys

from rent import runtime
from rent.domain.officer import Role
from rent.store import homes
from rent.usecases.officers.create_officer import UnableToCreateOfficer, create_officer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take who they are, their role and their patches."""
    parser.add_argument("email")
    parser.add_argument("--name", required=True)
    parser.add_argument("--role", required=True, type=Role, choices=list(Role), metavar="{" + ",".join(Role) + "}")
    parser.add_argument("--patch", action="append", default=[], metavar="CODE", help="a patch they look after; may be given again")


def run(arguments: argparse.Namespace) -> int:
    """Keep the officer; return 1 and say why if that cannot be done."""
    # Before the transaction: nobody else should wait while somebody types.
    password = _password()
    try:
        with runtime.transaction() as session:
            enrolled = create_officer(
                session,
                email=arguments.email,
                name=arguments.name,
                role=arguments.role,
                password=password,
                patches=arguments.patch,
                issuer=homes.the_landlord(session).name,
            )
    except (UnableToCreateOfficer, homes.NoLandlord) as why:
        print(why, file=sys.stderr)  # noqa: T201 - a command speaks to its terminal
        return 1
    print("Add this to their authenticator now. It is not shown again.")  # noqa: T201 - as above
    print(enrolled.totp_uri)  # noqa: T201 - as above
    return 0


def _password() -> str:
    # Never on the command line, where other users of the machine could read it.
    return getpass.getpass("Password (15 characters or more): ") if sys.stdin.isatty() else sys.stdin.readline()
