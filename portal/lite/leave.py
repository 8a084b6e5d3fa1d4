"""Leaving: signing out, and "Exit this page" for somebody who may be watched."""

from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from portal import routes
from portal.session import request_cookie, session_cookie
from rent import runtime
from rent.usecases.people.end_session import end_session
from web import plain as plain_pages
from web.database import tell
from web.localised import in_locale, locale_of_path

# GOV.UK's own choice for this: dull, plausible and always there.
SOMEWHERE_HARMLESS: Final = "https://www.bbc.co.uk/weather"
# Not "cookies", which would reach every other service below the same domain.
CLEAR: Final = '"cache", "storage"'


def leave_routes() -> list[Route]:
    """Return the ways out."""
    return [*plain_pages.routes(routes.SIGN_OUT, sign_out, methods=("POST",)), Route(routes.EXIT, exit_this_page)]


async def sign_out(request: Request) -> Response:
    """End the session and ask who is next. The check of origins is enough: a stranger gains nothing by it."""
    return await _left(request, in_locale(routes.SIGN_IN, locale_of_path(request.url.path)))


async def exit_this_page(request: Request) -> Response:
    """End the session and lead somewhere harmless. It is a plain link, so that it works with nothing else working."""
    return await _left(request, SOMEWHERE_HARMLESS)


async def _left(request: Request, target: str) -> Response:
    await tell(end_session, cookie_token=session_cookie().read(request), now=runtime.now())
    response = RedirectResponse(target, 303, {"clear-site-data": CLEAR})
    session_cookie().forget(response)
    request_cookie().forget(response)
    return response
