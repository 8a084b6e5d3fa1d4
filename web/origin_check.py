"""
Refuse a form that another site made the browser send.

The session cookie is ``SameSite``, which stops most of it; this stops the rest, without
a token in each form: browsers say where a POST comes from. Webhooks come from no page
and prove themselves by signature, so their paths are named as exceptions.
"""

from collections.abc import Collection

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from web.address import header

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class OriginCheck:
    """Let unsafe methods through only from our own pages."""

    def __init__(self, app: ASGIApp, *, origins: Collection[str], signed_paths: Collection[str] = ()) -> None:
        self.app, self.origins, self.signed_paths = app, frozenset(origins), tuple(signed_paths)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 403 to a form from elsewhere."""
        if scope["type"] == "http" and not self._allowed(scope):
            await PlainTextResponse("This form was sent from another site.", 403)(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _allowed(self, scope: Scope) -> bool:
        if scope["method"] in _SAFE or scope["path"].startswith(self.signed_paths):
            return True
        return header(scope["headers"], b"origin") in self.origins
