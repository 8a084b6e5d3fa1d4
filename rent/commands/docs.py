"""Draw the documents that are made from code, so that they cannot say anything else than it does."""

from __future__ import annotations

import argparse
import ast
import sys
from collections.abc import Iterator, Mapping
from enum import StrEnum
from importlib import import_module
from inspect import cleandoc
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent.parent
DOCS: Final = ROOT / "docs"
RULES_IN: Final = ("rent", "messaging")
_SOURCE: Final = "Source: "

Transitions = Mapping[tuple[StrEnum, StrEnum], StrEnum]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take whether to write, or only to look."""
    parser.add_argument("--check", action="store_true", help="fail if a document is not what the code says")


def run(arguments: argparse.Namespace) -> int:
    """Write each document, or say which are stale."""
    stale = {path: words for path, words in drawn().items() if not path.exists() or path.read_text(encoding="utf-8") != words}
    for path, words in stale.items():
        if arguments.check:
            sys.stdout.write(f"{path.relative_to(ROOT)} is stale: make docs\n")
        else:
            path.write_text(words, encoding="utf-8")
    return 1 if arguments.check and stale else 0


def drawn() -> dict[Path, str]:
    """Return every document as the code says it should be."""
    return {DOCS / "rules.md": _rules(), DOCS / "states.md": _states()}


def _rules() -> str:
    head = ["# Rules", "", "Every rule that names its source. Made from the code by `make docs`.", ""]
    body = [line for path in _modules() if (found := list(_sourced(path))) for line in _section(path, found)]
    return "\n".join([*head, *body])


def _section(path: Path, found: list[tuple[str, str, str]]) -> list[str]:
    rows = [f"| `{name}` | {says} | {source} |" for name, says, source in found]
    return [f"## {path.relative_to(ROOT).as_posix()}", "", "| Rule | Says | Source |", "|---|---|---|", *rows, ""]


def _sourced(path: Path) -> Iterator[tuple[str, str, str]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for name, node in _named(tree):
        docstring = cleandoc(ast.get_docstring(node) or "")
        if _SOURCE in docstring:
            said, source = docstring.rsplit(_SOURCE, 1)
            yield name, _cell(said.split("\n\n")[0]), _cell(source)


def _named(tree: ast.AST, within: str = "") -> Iterator[tuple[str, ast.ClassDef | ast.FunctionDef]]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            yield within + node.name, node
            yield from _named(node, f"{within}{node.name}.")


def _states() -> str:
    head = ["# States", "", "Every lifecycle, edge by edge. Made from the code by `make docs`.", ""]
    return "\n".join([*head, *(line for path in _modules() for line in _drawing(path))])


def _drawing(path: Path) -> list[str]:
    if "\nTRANSITIONS" not in path.read_text(encoding="utf-8"):
        return []
    parts = path.relative_to(ROOT).with_suffix("").parts
    transitions: Transitions = import_module(".".join(parts)).TRANSITIONS
    edges = [f"    {status.value} --> {following.value}: {event.value}" for (status, event), following in transitions.items()]
    return [f"## {parts[-1]}", "", f"`{'/'.join(parts)}.py`", "", "```mermaid", "stateDiagram-v2", *edges, "```", ""]


def _modules() -> list[Path]:
    return sorted(path for package in RULES_IN for path in (ROOT / package).rglob("*.py"))


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")
