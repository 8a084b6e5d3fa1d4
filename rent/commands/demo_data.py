"""Load a demo landlord, and say who can sign in to it."""

from __future__ import annotations

import argparse
import sys
from typing import Final

from pyotp import TOTP

from rent import runtime, store
from rent.commands.progress import Progress
from rent.settings import settings
from rent.store import landlords
from rent.usecases.demo.load_demo import UnableToLoadDemo, load_demo
from rent.usecases.demo.sign_ins import DemoSignIns, DemoTenant, NotADemo, demo_sign_ins

HOMES: Final = 2_000
SEED: Final = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take how many homes, and the seed that decides everything else."""
    parser.add_argument("--homes", type=int, default=HOMES, help=f"{HOMES} if not given")
    parser.add_argument("--sign-ins", action="store_true", help="load nothing; say who can sign in, with the codes of this moment")
    parser.add_argument("--seed", type=int, default=SEED, help="the same seed on the same day makes the same landlord")


def run(arguments: argparse.Namespace) -> int:
    """Load a demo landlord; return 1, having changed nothing, where it may not be."""
    try:
        if not arguments.sign_ins:
            _load(homes=arguments.homes, seed=arguments.seed)
        with runtime.reading() as session:
            sys.stdout.write(f"{describe_sign_ins(session)}\n")
    except UnableToLoadDemo as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    except NotADemo:
        sys.stderr.write("This is no demo, and nobody's sign-in is given away.\n")
        return 1
    return 0


def load_if_empty(*, homes: int = HOMES, seed: int = SEED) -> bool:
    """Load a demo landlord where there is no landlord yet; return whether there was none."""
    with runtime.reading() as session:
        if landlords.find(session) is not None:
            return False
    _load(homes=homes, seed=seed)
    return True


def describe_sign_ins(session: store.Session) -> str:
    """
    Return who can sign in, a line each.

    :raises NotADemo: if the landlord is not a demo
    """
    return _described(demo_sign_ins(session))


def _load(*, homes: int, seed: int) -> None:
    if settings().is_production:
        raise UnableToLoadDemo("This is a production house, so no demo is loaded into it.")
    progress = Progress()
    with runtime.transaction() as session:
        load_demo(session, homes=homes, seed=seed, now=runtime.now(), today=runtime.today(), say=progress.say)
    progress.done()


def _described(known: DemoSignIns) -> str:
    lines = ["", "Tenants: rent reference and date of birth, then the code sent to the phone. By text: date of birth and postcode"]
    lines += [
        f"  {tenant.reference}  {tenant.date_of_birth:%d/%m/%Y}  {tenant.postcode}  {tenant.phone or 'no phone':13}  {_who(tenant)}"
        for tenant in known.tenants
    ]
    lines += ["", "Officers: email, password, the code of this half minute, and the secret for an authenticator app"]
    lines += [
        f"  {officer.email:24}  {officer.password}  {TOTP(officer.totp_secret).now()}  {officer.totp_secret}" for officer in known.officers
    ]
    lines += ["  New codes: .venv/bin/evenkeel demo-data --sign-ins"]
    return "\n".join(lines)


def _who(tenant: DemoTenant) -> str:
    return f"{tenant.name}: {tenant.title}"
