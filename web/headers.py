"""
Security and caching headers on every answer, and only for the hosts we are.

Reflex's prerendered pages carry inline scripts (the router's data, the hand-over to
React), so the content security policy names each by its hash, page by page; nothing
inline may run that was not in the build. Styles are another matter: Emotion, which
Reflex always ships, writes style elements at run time, and the policy lets it.
"""

import base64
import hashlib
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.address import header

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL)
NOT_FOUND = "404"


@dataclass(frozen=True, slots=True)
class Strictness:
    """What differs between one deployment and another."""

    origins: Collection[str]
    # A form of ours may end, by redirect, on the hosted checkout; browsers hold redirects to form-action too.
    forms_may_reach: Collection[str] = ()

    @property
    def hosts(self) -> frozenset[str]:
        """Return the hosts we answer for, with their ports."""
        return frozenset(urlsplit(origin).netloc for origin in self.origins)

    @property
    def https(self) -> bool:
        """Return whether everything we serve is over TLS."""
        return all(origin.startswith("https://") for origin in self.origins)


def script_hashes(page: str) -> tuple[str, ...]:
    """Return the policy sources of a page's inline scripts."""
    bodies = [found["body"] for found in _SCRIPT.finditer(page) if " src=" not in found["attributes"]]
    digests = (hashlib.sha256(body.encode()).digest() for body in bodies if body)
    return tuple(dict.fromkeys(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests))


def hashes_by_path(build: Path) -> Mapping[str, tuple[str, ...]]:
    """Return, for each prerendered page's path without its last slash, the hashes of its scripts."""
    return {_path_of(page, build): script_hashes(page.read_text("utf-8")) for page in sorted(build.rglob("*.html"))}


def policy(hashes: Collection[str], strictness: Strictness) -> str:
    """Return the content security policy of a page with these inline scripts."""
    directives = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *hashes],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        # Older Safari does not count a websocket of the same host as 'self'.
        "connect-src": ["'self'", *(re.sub("^http", "ws", origin) for origin in sorted(strictness.origins))],
        "manifest-src": ["'self'"],
        "form-action": ["'self'", *sorted(strictness.forms_may_reach)],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "object-src": ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives.items())


class SecurityHeaders:
    """Add the headers; refuse a host that is not ours."""

    def __init__(self, app: ASGIApp, *, build: Path, strictness: Strictness) -> None:
        self.app, self.strictness = app, strictness
        self.policies = {path: policy(hashes, strictness) for path, hashes in hashes_by_path(build).items()}
        self.bare_policy = policy((), strictness)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with headers, or with 421 for somebody else's host."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        app = self.app if header(scope["headers"], b"host") in self.strictness.hosts else _not_ours
        await app(scope, receive, self._with_headers(scope, send))

    def _with_headers(self, scope: Scope, send: Send) -> Callable[[Message], object]:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers(scope, message["status"], headers.get("content-type", "")).items():
                    headers.setdefault(name, value)
            await send(message)

        return sending

    def _headers(self, scope: Scope, status: int, kind: str) -> dict[str, str]:
        page = NOT_FOUND if status == 404 else scope["path"].rstrip("/")  # noqa: PLR2004
        fixed = {
            "content-security-policy": self.policies.get(page, self.bare_policy),
            "x-content-type-options": "nosniff",
            "x-frame-options": "DENY",
            # Not no-referrer: browsers would then post our own forms with "Origin: null".
            "referrer-policy": "same-origin",
            "cross-origin-opener-policy": "same-origin",
            "cross-origin-resource-policy": "same-origin",
            "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
            "cache-control": cache_control(scope["path"], scope["query_string"], status, kind),
        }
        return {**fixed, "strict-transport-security": "max-age=31536000; includeSubDomains"} if self.strictness.https else fixed


def cache_control(path: str, query: bytes, status: int, kind: str) -> str:
    """Return how long an answer may be kept: for ever if its address names its content, else not at all."""
    by_content = path.startswith("/assets/") or query.startswith(b"v=") or re.search(r"-\d+\.\d+\.\d+\.min\.", path)
    if status in {200, 304} and by_content and not kind.startswith("text/html"):
        return "public, max-age=31536000, immutable"
    return "no-store"


async def _not_ours(scope: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse("This service does not answer for that host.", 421)(scope, receive, send)


def _path_of(page: Path, build: Path) -> str:
    relative = page.relative_to(build)
    if relative.name == "404.html":
        return NOT_FOUND
    without = relative.parent if relative.name == "index.html" else relative.with_suffix("")
    return "" if str(without) == "." else f"/{without.as_posix()}"
