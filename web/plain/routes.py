"""One handler at its path in every language."""

from collections.abc import Awaitable, Callable, Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rent import words
from web.localised import in_locale

Handler = Callable[[Request], Awaitable[Response] | Response]


def routes(path: str, handler: Handler, *, methods: Sequence[str] = ("GET",), locales: Sequence[str] = words.LOCALES) -> list[Route]:
    """Return the routes of a page: its path, and the same below each other locale."""
    return [Route(in_locale(path, locale), handler, methods=list(methods)) for locale in locales]
