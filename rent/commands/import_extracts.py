"""Load the landlord's extracts, or say what loading them would change."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Final

from rent import runtime
from rent.commands.progress import Progress
from rent.domain.extract import Counts, Part
from rent.domain.tenancy import Region
from rent.gateways.housing_systems import mapping as mappings
from rent.gateways.housing_systems.control import NotAnExtract
from rent.gateways.housing_systems.folder import read_folder
from rent.gateways.housing_systems.mapping import NotAMapping
from rent.gateways.housing_systems.rejects import read_rejects
from rent.store.spool import Spool
from rent.usecases.imports.load import load_extract
from rent.usecases.imports.name_landlord import UnableToImport, name_landlord
from rent.usecases.imports.record_run import record_run
from rent.usecases.imports.replay import UnableToReplay, find_rejects, replay_rejects

OWN: Final = "evenkeel"
SHOWN_MAX: Final = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a folder to load, or the number of an import whose rows are to be tried again."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("folder", nargs="?", type=Path, help="the folder the extract's files and its control file are in")
    what.add_argument("--replay", type=int, metavar="RUN", help="try again the rows this import set aside")
    parser.add_argument("--mapping", help=f"{', '.join(mappings.names())}, or the path of a TOML file of your own; {OWN} if not given")
    parser.add_argument("--landlord", metavar="NAME", help="whose homes these are; needed the first time")
    parser.add_argument("--phone", help="the number tenants call; needed the first time")
    parser.add_argument("--region", type=Region, default=Region.ENGLAND, help="ENG or WLS, for bank holidays; ENG if not given")
    parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")


def run(arguments: argparse.Namespace) -> int:
    """Load, or try again; return 1, having changed nothing, if what was given cannot be used."""
    try:
        if arguments.replay is not None:
            return _replay(arguments.replay, arguments.mapping)
        return _load(arguments)
    except (NotAMapping, NotAnExtract, UnableToImport, UnableToReplay) as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1


def _load(arguments: argparse.Namespace) -> int:
    progress = Progress()
    with closing(read_folder(arguments.folder, mappings.load(arguments.mapping or OWN), say=progress.say)) as spool:
        counts, number = _compare(spool, progress) if arguments.dry_run else _record(spool, arguments, progress)
        progress.done()
        sys.stdout.write(_report(spool, counts, number))
    return 0


def _compare(spool: Spool, progress: Progress) -> tuple[Mapping[Part, Counts], None]:
    now, today = runtime.now(), runtime.today()
    return load_extract(spool, transaction=runtime.reading, now=now, today=today, write=False, say=progress.say), None


def _record(spool: Spool, arguments: argparse.Namespace, progress: Progress) -> tuple[Mapping[Part, Counts], int]:
    with runtime.transaction() as session:
        name_landlord(session, name=arguments.landlord, region=arguments.region, phone=arguments.phone)
    done = record_run(spool, transaction=runtime.transaction, now=runtime.now(), today=runtime.today(), say=progress.say)
    return done.counts, done.number


def _replay(number: int, name: str | None) -> int:
    with runtime.reading() as session:
        read_with, rejects = find_rejects(session, run=number)
    mapping = mappings.load(name or read_with)
    replayed = replay_rejects(
        rejects,
        read=partial(read_rejects, mapping=mapping),
        transaction=runtime.transaction,
        now=runtime.now(),
        today=runtime.today(),
    )
    sys.stdout.write(f"{replayed.used} rows of import {number} were used; {replayed.still_waiting} still cannot be.\n")
    return 0


def _report(spool: Spool, counts: Mapping[Part, Counts], number: int | None) -> str:
    title = "This is what would change. Nothing was changed." if number is None else f"Import {number} is done."
    lines = [title, f"{'':24}{'new':>10}{'changed':>10}{'same':>10}{'set aside':>11}"]
    lines += [
        f"{spool.headings[part][0]:24}{each.new:>10,}{each.changed:>10,}{each.same:>10,}{each.set_aside:>11,}"
        for part, each in counts.items()
    ]
    if aside := sum(each.set_aside for each in counts.values()):
        lines.append(f"\n{aside:,} rows were set aside:")
        lines += [
            f"  {waiting.file} line {waiting.line}: {waiting.reason}" for waiting, _ in zip(spool.waiting(), range(SHOWN_MAX), strict=False)
        ]
        if aside > SHOWN_MAX:
            lines.append(f"  and {aside - SHOWN_MAX:,} more")
        if number is not None:
            lines.append(f"Put right what is wrong, then load the corrected extract or run: evenkeel import --replay {number}")
    return "\n".join(lines) + "\n"
