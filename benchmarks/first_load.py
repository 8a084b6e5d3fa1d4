"""A tenant's first view on a slow phone: bytes, requests and time, for the Reflex home and the plain page, beside bare HTML."""

from __future__ import annotations

import functools
import gzip
import shutil
import statistics
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, sync_playwright

from benchmarks.figures import ROUNDS, Row
from benchmarks.portal_house import Portal, portal

Network = dict[str, float | bool]

# What Chromium's own tools call Slow 4G: the floor for plain pages was measured on it.
SLOW_4G: Network = {"offline": False, "latency": 562.5, "downloadThroughput": 1.44e6 / 8, "uploadThroughput": 675e3 / 8}
# What Lighthouse calls slow 4G: the budget of the Reflex page was measured on it.
LIGHTHOUSE: Network = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
SLOWER = 4
SCRIPT_KB_MAX, CSS_KB_MAX, REQUESTS_MAX, USABLE_MS_MAX = 165, 25, 18, 2500
CSS = Path(__file__).parent.parent / "assets" / "govuk-frontend-6.6.0.min.css"
LCP = """() => new Promise(done => new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))
    .observe({type: 'largest-contentful-paint', buffered: true}))"""


@dataclass
class Load:
    """What one cold load took."""

    usable_ms: float = 0
    lcp_ms: float = 0
    requests: int = 0
    sockets: int = 0
    bytes_of: dict[str, float] = field(default_factory=dict)

    def kb(self, kind: str) -> float:
        """Return the kilobytes on the wire of one kind of file."""
        return self.bytes_of.get(kind, 0) / 1000

    def all_kb(self) -> float:
        """Return the kilobytes on the wire."""
        return sum(self.bytes_of.values()) / 1000


def run() -> list[Row]:
    """Return a row for each page."""
    with portal(tenants=1) as house, _bare_page() as bare, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        rounds = [
            (
                _load(browser, house, "/", ".ek-balance", LIGHTHOUSE),
                _load(browser, house, "/", ".ek-balance", SLOW_4G),
                _load(browser, house, "/lite/balance", "main h1", SLOW_4G),
                _load(browser, house, bare, "h1", SLOW_4G),
            )
            for _ in range(ROUNDS)
        ]
        browser.close()
    usual, slow, plain, least = ([loads[index] for loads in rounds] for index in range(4))
    floor, one = _median(least, "lcp_ms"), usual[0]
    script, css = one.kb("Script"), one.kb("Stylesheet")
    small = script <= SCRIPT_KB_MAX and css <= CSS_KB_MAX and one.requests <= REQUESTS_MAX
    usable, lite = _median(usual, "usable_ms"), _median(plain, "lcp_ms")
    weight = f"script {script:.0f} kB, css {css:.0f} kB, {one.requests} requests + {one.sockets} socket"
    return [
        Row(
            "Reflex home until its figures show, 150 ms network",
            "ms",
            usable,
            None,
            "<= 2,500 ms",
            usable <= USABLE_MS_MAX and small,
            weight,
        ),
        Row("Reflex home until its figures show, 562 ms network", "ms", _median(slow, "usable_ms"), floor, "", None),
        Row(
            "plain balance page, first view, 562 ms network",
            "ms",
            lite,
            floor,
            "<= 1.2 of govuk page",
            lite <= 1.2 * floor,
            f"{plain[0].all_kb():.0f} kB",
        ),
    ]


def _median(loads: list[Load], name: str) -> float:
    return statistics.median(getattr(load, name) for load in loads)


def _load(browser: Browser, house: Portal, where: str, shows: str, network: Network) -> Load:
    context = browser.new_context(viewport={"width": 360, "height": 640})
    context.add_cookies([{"name": "tenant", "value": house.secrets[0], "url": house.origin, "httpOnly": True}])
    page = context.new_page()
    wire = context.new_cdp_session(page)
    load = Load()
    _watch(wire, load, network)
    page.goto(where if where.startswith("http") else house.origin + where, wait_until="commit")
    page.wait_for_selector(shows)
    load.usable_ms = page.evaluate("performance.now()")
    page.wait_for_load_state("load")
    load.lcp_ms = page.evaluate(LCP)
    context.close()
    return load


def _watch(wire: CDPSession, load: Load, network: Network) -> None:
    kinds: dict[str, str] = {}

    def loaded(event: dict[str, object]) -> None:
        load.requests += 1
        kind = kinds.get(str(event["requestId"]), "Other")
        load.bytes_of[kind] = load.bytes_of.get(kind, 0) + float(str(event["encodedDataLength"]))

    def socket_opened(_event: dict[str, object]) -> None:
        load.sockets += 1

    wire.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["type"]}))
    wire.on("Network.loadingFinished", loaded)
    wire.on("Network.webSocketCreated", socket_opened)
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", network)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


@contextmanager
def _bare_page() -> Iterator[str]:
    """Serve the words of a balance as one static page with the whole govuk stylesheet, compressed, and nothing else."""
    words = "<p class='govuk-body'>You owe £125. £80 is benefit on its way. Your next rent of £120 is due on Monday 30 November.</p>" * 3
    head = "<meta name=viewport content='width=device-width'><title>Your rent</title><link rel=stylesheet href=/govuk.css>"
    body = f"<main class=govuk-width-container><h1 class=govuk-heading-l>You owe £125</h1>{words}</main>"
    html = f"<!doctype html><html lang=en>{head}<body class=govuk-template__body>{body}"
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "index.html").write_bytes(gzip.compress(html.encode()))
        Path(folder, "govuk.css").write_bytes(gzip.compress(CSS.read_bytes()))
        server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Compressed, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}/index.html"
        server.shutdown()


class _Compressed(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Encoding", "gzip")
        super().end_headers()

    def log_message(self, *_words: object) -> None:
        """Say nothing."""
