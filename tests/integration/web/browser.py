"""A real browser, and what a page did in it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, Request, WebSocket, sync_playwright

CHROMIUM = "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@dataclass
class Visit:
    """A page, with what it complained of, fetched and connected to."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    fetched: list[Request] = field(default_factory=list)
    sockets: list[str] = field(default_factory=list)
    heard: list[str | bytes] = field(default_factory=list)

    def connected(self, socket: WebSocket) -> None:
        """Note where a socket leads and what comes back on it."""
        self.sockets.append(socket.url.split("?")[0])
        socket.on("framereceived", self.hears)

    def hears(self, frame: str | bytes) -> None:
        """Note one frame; Playwright takes no built-in function for a listener."""
        self.heard.append(frame)

    def fetches(self, request: Request) -> None:
        """Note one finished request."""
        self.fetched.append(request)

    def weight(self, kind: str) -> int:
        """Return how many bytes of a kind of file came over the line."""
        return sum(request.sizes()["responseBodySize"] for request in self.fetched if request.resource_type == kind)

    def overflow(self) -> int:
        """Return by how many pixels the page is wider than its window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))

    def focused(self) -> str:
        """Return the tag that has the focus, with its id."""
        return str(self.page.evaluate("document.activeElement.tagName.toLowerCase() + '#' + document.activeElement.id"))

    def barriers(self, axe: str) -> list[str]:
        """Return the rules of axe that the page breaks, each with the elements that do."""
        self.page.evaluate(axe)
        found = self.page.evaluate("(tags) => axe.run(document, {runOnly: tags})", STANDARDS)
        return [f"{rule['id']}: {[node['html'] for node in rule['nodes']]}" for rule in found["violations"]]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Yield a browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@contextmanager
def visiting(browser: Browser, url: str, *, width: int = 1000) -> Iterator[Visit]:
    """Open a page and wait until it has spoken with its server."""
    context = browser.new_context(viewport={"width": width, "height": 800}, ignore_https_errors=True)
    page = context.new_page()
    visit = Visit(page)
    page.on("console", lambda said: visit.complaints.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.on("requestfinished", visit.fetches)
    page.on("websocket", visit.connected)
    with page.expect_websocket(lambda socket: "_event" in socket.url) as opened:
        page.goto(url)
    if not visit.heard:
        opened.value.wait_for_event("framereceived")
    page.wait_for_load_state("networkidle")
    yield visit
    context.close()


def axe_source(folder: Path) -> str:
    """Fetch axe-core with the npm beside our interpreter and return its script."""
    npm = Path(sys.executable).with_name("npm")
    subprocess.run([npm, "install", "--silent", "--no-save", "--prefix", folder, "axe-core@4.14.1"], check=True)
    return (folder / "node_modules/axe-core/axe.min.js").read_text("utf-8")
