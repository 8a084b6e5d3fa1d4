"""The shape of the house: what its plan promises, held by reading the code."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("rent", "messaging", "jobs", "web", "portal", "officer_console")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
PURE = sorted([*(ROOT / "rent" / "domain").rglob("*.py"), *(ROOT / "messaging" / "dialogue").rglob("*.py")])
CLOCKS = re.compile(r"\b(date\.today|datetime\.now|time\.time|utcnow|random\.|uuid4)\(|\bfloat\(")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_imports_point_down_and_vendors_stay_in_their_files():
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout[-3000:]


def test_no_contract_ignores_an_import():
    words = (ROOT / "pyproject.toml").read_text()

    assert "ignore_imports" not in words


@pytest.mark.parametrize("path", PURE, ids=lambda path: path.name)
def test_the_rules_have_no_clock_no_chance_and_no_float(path: Path):
    assert not CLOCKS.search(path.read_text())


def test_no_module_is_longer_than_400_lines_and_half_are_75_or_fewer():
    lengths = sorted(len(path.read_text().splitlines()) for path in MODULES)

    assert lengths[-1] <= 400
    assert lengths[len(lengths) // 2] <= 75
    assert lengths[int(len(lengths) * 0.9)] <= 220


def test_no_function_is_longer_than_70_lines_and_half_are_9_or_fewer():
    lengths = sorted(node.end_lineno - node.lineno + 1 for _, node in _functions())

    assert lengths[-1] <= 70
    assert lengths[len(lengths) // 2] <= 9


def test_a_page_parses_calls_once_and_presents():
    too_long = [
        f"{path.name}:{node.name}" for path, node in _functions() if "pages" in path.parts and _is_handler(node) and _body(node) > 12
    ]

    assert not too_long


def test_nobody_patches_in_tests():
    patching = re.compile(r"mock\.patch|monkeypatch\.setattr|@patch")
    others = [path for path in (ROOT / "tests").rglob("*.py") if path != Path(__file__)]

    assert not [path.name for path in others if patching.search(path.read_text())]


def test_text_from_outside_is_only_ever_text():
    dangerous = re.compile(r"rx\.(html|markdown|toast|call_script|call_function)\b|dangerouslySetInnerHTML")
    guilty = [str(path.relative_to(ROOT)) for path in MODULES if dangerous.search(_without_words(path))]

    assert not guilty


def test_the_readme_shows_both_commands_within_120_lines():
    words = (ROOT / "README.md").read_text()

    assert len(words.splitlines()) <= 120
    assert "make run" in words
    assert "make test" in words


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "decisions").glob("*.md")), ids=lambda path: path.stem)
def test_a_decision_fits_a_page(path: Path):
    assert len(path.read_text().splitlines()) <= 60


def _functions() -> Iterator[tuple[Path, Function]]:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, Function):
                yield path, node


def _is_handler(node: Function) -> bool:
    return any("event" in ast.unparse(decorator) for decorator in node.decorator_list)


def _body(node: Function) -> int:
    first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
    return node.body[-1].end_lineno - first.lineno + 1


def _without_words(path: Path) -> str:
    tree = ast.parse(path.read_text())
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
    return ast.unparse(tree)
