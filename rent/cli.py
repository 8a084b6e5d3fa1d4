"""The ``evenkeel`` command."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from typing import Final

from pydantic import ValidationError

COMMANDS: Final = {
    "run": ("run", "run the whole product on this machine"),
    "serve": ("serve", "serve one part: portal, officer_console, webhooks or standins"),
    "work": ("work", "do what waits: messages, payments, sweeps"),
    "build": ("build", "build both front ends, where something changed"),
    "browser": ("browser", "make sure there is a Chromium for the tests"),
    "migrate": ("migrate", "bring the database to the shape this code expects"),
    "import": ("import_extracts", "load the landlord's extracts"),
    "demo-data": ("demo_data", "load a demo landlord"),
    "create-officer": ("create_officer", "let somebody into the console"),
    "backup": ("backup", "copy the database to a file"),
    "restore": ("restore", "bring a copy back"),
    "words": ("words", "gather every string for the translators"),
    "docs": ("docs", "draw the documents that are made from code"),
}


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line says, and return its exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(prog="evenkeel", description="Rent income for UK social landlords.")
    choices = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (_, what) in COMMANDS.items():
        choices.add_parser(name, help=what, description=what, add_help=False)
    named, rest = parser.parse_known_args(words)
    module = import_module(f"rent.commands.{COMMANDS[named.command][0]}")
    own = argparse.ArgumentParser(prog=f"evenkeel {named.command}", description=COMMANDS[named.command][1])
    module.add_arguments(own)
    wanted = own.parse_args(rest)
    try:
        # Not imported at the top: asking for help should not wait for the database's library.
        if missing := str(import_module("rent.commands.shape").what_is_missing(named.command)):
            sys.stderr.write(missing)
            return 1
        return int(module.run(wanted))
    except ValidationError as trouble:
        for error in trouble.errors():
            sys.stderr.write(f"{' '.join(map(str, error['loc'])) or 'settings'}: {error['msg']}\n")
        return 2


if __name__ == "__main__":
    raise SystemExit(main())
