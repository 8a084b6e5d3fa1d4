"""Clients others wrote, installed from the lock file into this folder, and the stand-ins they are held against."""

from __future__ import annotations

import fcntl
import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette

from rent.gateways.standin_payments.app import Standin
from tests.integration.payments.house import free_port, served

HERE = Path(__file__).parent
TOOLS = Path(sys.executable).parent


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """Return the folder of the installed packages, installing them first where the lock file has changed."""
    modules = HERE / "node_modules"
    wanted = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    place = hashlib.sha256(str(HERE).encode()).hexdigest()[:12]
    with (Path(tempfile.gettempdir()) / f"evenkeel-contracts-{place}.lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        mark = modules / ".installed"
        if not mark.exists() or mark.read_text() != wanted:
            command = [TOOLS / "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
            subprocess.run(command, cwd=HERE, env={**os.environ, "PATH": f"{TOOLS}:{os.environ['PATH']}"}, check=True, capture_output=True)
            mark.write_text(wanted)
    return modules


@pytest.fixture(scope="session")
def node(node_modules: Path) -> Path:
    """Return Node, with the packages installed beside the tests."""
    del node_modules
    return TOOLS / "node"


@pytest.fixture
def standin(tmp_path: Path) -> Iterator[str]:
    """Return the origin of an empty stand-in for Stripe, served over HTTP."""
    port = free_port()
    made = Standin(tmp_path / "standin.db", origin=f"http://127.0.0.1:{port}", webhooks={})
    with served(Starlette(routes=made.routes()), port) as origin:
        yield origin
        made.close()
