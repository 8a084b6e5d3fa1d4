"""Gather every string for the translators, and say what is still missing."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from typing import Final

from rent.words import CATALOGUES, DEFAULT, LOCALES, untranslated

TEMPLATE: Final = CATALOGUES / "messages.pot"
PYBABEL: Final = Path(sys.executable).parent / "pybabel"
ROOT: Final = CATALOGUES.parent
SOURCES: Final = ("rent", "messaging", "portal", "web")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take whether to write, or only to look."""
    parser.add_argument("--check", action="store_true", help="fail if the catalogues are not up to date or not complete")


def run(arguments: argparse.Namespace) -> int:
    """Extract the template, and bring each catalogue up to date with it."""
    if arguments.check:
        missing = [line for locale in LOCALES if locale != DEFAULT for line in untranslated(locale)]
        sys.stdout.writelines(f"{line}\n" for line in missing)
        return 1 if missing else 0
    TEMPLATE.parent.mkdir(exist_ok=True)
    extract(TEMPLATE)
    for locale in LOCALES:
        if locale != DEFAULT:
            _update(locale)
            sys.stdout.write(f"{locale}: {len(untranslated(locale))} strings to translate\n")
    return 0


def extract(template: Path) -> None:
    """Write every message of the source to a template, without dates or line numbers that change for nothing."""
    keywords = [part for keyword in ("_", "say", "to_say", "plural:1,2") for part in ("-k", keyword)]
    options = ["-F", str(ROOT / "babel.cfg"), "--no-location", "--sort-output", "--omit-header", "-o", str(template), *keywords]
    _pybabel("extract", *options, *SOURCES)


def _update(locale: str) -> None:
    kept = CATALOGUES / locale / "LC_MESSAGES" / "messages.po"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        _pybabel("init", "-i", str(TEMPLATE), "-l", locale, "-o", str(kept))
    _pybabel(
        "update",
        "-i",
        str(TEMPLATE),
        "-l",
        locale,
        "-o",
        str(kept),
        "--no-fuzzy-matching",
        "--ignore-obsolete",
        "--ignore-pot-creation-date",
    )


def _pybabel(*words: str) -> None:
    done = subprocess.run([str(PYBABEL), *words], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 (our own tool)
    if done.returncode:
        raise SystemExit(done.stderr)
