"""What the tests of imports may ask for: the sample extract to spoil, and loads as the command makes them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine

from tests.integration.imports.extracts import SAMPLE, Loads


@pytest.fixture
def loads(engine: Engine) -> Loads:
    """Return what loads extracts into this test's own database, committing as the command does."""

    @contextmanager
    def transaction() -> Iterator[Connection]:
        with engine.connect().execution_options(writes=True) as session, session.begin():
            yield session

    return Loads(transaction)


@pytest.fixture
def extract(tmp_path: Path) -> Path:
    """Return a copy of the sample extract."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "extract"))
