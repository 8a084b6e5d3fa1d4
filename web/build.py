"""
Make one frontend build that works on any host and port, over http and https.

Reflex writes the address of its server into the bundle as a finished string, and only
forgives ``localhost``. A build could then serve one origin alone, and a test could not
choose a free port. So the build is given an origin that cannot exist, and before
anything is compressed every string that holds it becomes an expression which asks the
browser where the page came from.
"""

import re
from pathlib import Path

from reflex.plugins import Plugin

SENTINEL_ORIGIN = "http://page-origin.invalid"

_LITERAL = re.compile(r"""(["'`])(http|ws)://page-origin\.invalid([^"'`]*)\1""")
# Without a window (the prerender) there is no origin, and nobody to connect.
_ORIGIN = "(typeof location>`u`?`http://localhost`:location.origin)"


class SentinelLeftBehind(Exception):
    """The bundle still names, or never named, the origin that cannot exist."""


def follow_the_page(script: str) -> str:
    """Return the script with every sentinel address derived from the page's own origin."""
    return _LITERAL.sub(_expression, script)


def _expression(found: re.Match[str]) -> str:
    _, scheme, path = found.groups()
    origin = f"{_ORIGIN}.replace(/^http/,`ws`)" if scheme == "ws" else _ORIGIN
    return f"({origin}+`{path}`)"


class PageOriginPlugin(Plugin):
    """Rewrite the built scripts; ``post_build`` runs before they are compressed."""

    def post_build(self, *, static_dir: Path, **_context: object) -> None:
        """
        Rewrite every script that holds the sentinel.

        :raises SentinelLeftBehind: if none did, or a written form was not recognised
        """
        holders = [path for path in static_dir.rglob("*.js") if "page-origin.invalid" in path.read_text("utf-8")]
        for path in holders:
            path.write_text(follow_the_page(path.read_text("utf-8")), "utf-8")
        left = [path.name for path in holders if "page-origin.invalid" in path.read_text("utf-8")]
        if left or not holders:
            raise SentinelLeftBehind(", ".join(left) or "no script names the server")
