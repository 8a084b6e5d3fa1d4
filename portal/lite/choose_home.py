"""Which of your homes? For those with more than one tenancy, after the code and whenever they like."""

import asyncio

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from portal import routes
from portal.service import plain
from portal.session import SignedInTenant, session_cookie, who_asks
from rent import runtime
from rent.store.access import NoSuchRecord
from rent.usecases.people.choose_home import choose_home
from rent.usecases.people.list_homes import list_homes
from rent.words import _
from web import plain as plain_pages
from web.database import ask, tell
from web.localised import in_locale, locale_of_path
from web.plain import Problem
from web.plain.forms import token_for, typed_in


def choose_home_routes() -> list[Route]:
    """Return the page, in every language."""
    return [
        *plain_pages.routes(routes.CHOOSE_HOME, show_choice),
        *plain_pages.routes(routes.CHOOSE_HOME, choose, methods=("POST",)),
    ]


async def show_choice(request: Request) -> Response:
    """Ask which home; anybody not signed in is asked to sign in."""
    tenant = await asyncio.to_thread(who_asks, request)
    return await _choice(request, tenant) if tenant else _to(routes.SIGN_IN, request)


async def choose(request: Request) -> Response:
    """Turn to the chosen home."""
    tenant, typed = await asyncio.to_thread(who_asks, request), await typed_in(request)
    if tenant is None:
        return _to(routes.SIGN_IN, request)
    if not typed.is_ours(session_cookie().read(request)) or not typed["home"]:
        return await _choice(request, tenant, Problem("home", _("Choose a home", locale_of_path(request.url.path))))
    try:
        token = await tell(choose_home, signed_in=tenant.session, public_id=typed["home"], now=runtime.now(), today=runtime.today())
    except NoSuchRecord:
        return _to(routes.CHOOSE_HOME, request)
    response = _to(routes.HOME, request)
    session_cookie().set(response, token)
    return response


async def _choice(request: Request, tenant: SignedInTenant, *problems: Problem) -> Response:
    homes = await ask(list_homes, person_id=tenant.person_id, today=runtime.today())
    return plain_pages.page(
        "choose_home.html",
        locale=locale_of_path(request.url.path),
        service=plain(),
        path=routes.CHOOSE_HOME,
        status=422 if problems else 200,
        problems=problems,
        token=token_for(session_cookie().read(request)),
        action=routes.CHOOSE_HOME,
        homes=[(home.public_id, home.address) for home in homes],
    )


def _to(path: str, request: Request) -> Response:
    return RedirectResponse(in_locale(path, locale_of_path(request.url.path)), 303)
