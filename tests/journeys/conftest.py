"""What a journey may ask for: a house in which everything runs, a browser, and axe."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.integration.web.browser import STANDARDS, chromium
from tests.journeys.house import House, standing

HERE = Path(__file__).parent
PHONE = {"width": 320, "height": 640}
DESKTOP = {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Return a house with every part running and a street of tenants."""
    with standing(tmp_path_factory.mktemp("house")) as opened:
        yield opened


@pytest.fixture(scope="session")
def portal_alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Return a house of which only the portal runs, for pages that need nobody else."""
    with standing(tmp_path_factory.mktemp("portal"), parts=("portal",), with_worker=False) as opened:
        yield opened


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a browser."""
    with chromium() as opened:
        yield opened


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a browser that knows nobody yet, the size of a phone."""
    opened = browser.new_context(viewport=PHONE)
    opened.set_default_timeout(10_000)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """Return an open tab; whatever it complained of fails the test."""
    complaints: list[str] = []
    opened = context.new_page()
    opened.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    assert complaints == []


@pytest.fixture(scope="session")
def axe_source() -> str:
    """Return the script of axe-core, fetched with the npm beside our interpreter at the locked version."""
    kept = HERE / "node_modules/axe-core/axe.min.js"
    if not kept.exists():
        npm = Path(sys.executable).with_name("npm")
        subprocess.run([npm, "ci", "--silent", "--prefix", HERE], check=True)
    return kept.read_text("utf-8")


@pytest.fixture
def axe(axe_source: str) -> Callable[[Page], list[str]]:
    """Return a function that names the rules a page breaks, with the elements that do."""

    def barriers(page: Page) -> list[str]:
        page.evaluate(axe_source)
        found = page.evaluate("(tags) => axe.run(document, {runOnly: tags})", STANDARDS)
        return [f"{rule['id']}: {[node['html'] for node in rule['nodes']]}" for rule in found["violations"]]

    return barriers
