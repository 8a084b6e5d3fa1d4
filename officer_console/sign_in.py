"""
Signing in and out of the console, by plain forms.

An identity provider is another route here, which ends in the same ``open_session``.
"""

import asyncio
import secrets
from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from officer_console import routes
from officer_console.service import SERVICE
from officer_console.session import form_cookie, session_cookie
from rent import runtime
from rent.settings import settings
from rent.store import homes
from rent.usecases.officers.check_password import check_password
from rent.usecases.officers.find_credentials import find_credentials
from rent.usecases.officers.sign_in import sign_in_officer
from rent.usecases.people.end_session import end_session
from rent.words import DEFAULT, _
from web import plain as plain_pages
from web.address import address_of
from web.localised import to_say
from web.plain import Problem
from web.plain.forms import Typed, token_for, typed_in
from web.plain.same_time import same_time
from web.service import Service

REFUSED: Final = 422
REFUSAL: Final = to_say("The email address, password or code is not right. Wait for a new code, then try again.")
FORMLESS: Final = to_say("We could not read your form. Check that your browser accepts cookies, then try again.")


def sign_in_routes() -> list[Route]:
    """Return the pages of signing in and out."""
    return [
        Route(routes.SIGN_IN, show_form),
        Route(routes.SIGN_IN, sign_in, methods=["POST"]),
        Route(routes.SIGN_OUT, sign_out, methods=["POST"]),
    ]


def show_form(request: Request) -> Response:
    """Ask for the email address, the password and the code."""
    return _form(request, Typed({}))


async def sign_in(request: Request) -> Response:
    """Let an officer in, or say the same whatever was wrong."""
    typed = await typed_in(request)
    if not typed.is_ours(form_cookie().read(request)):
        return await _again(request, typed, _(FORMLESS, DEFAULT))
    async with same_time():
        token = await asyncio.to_thread(_checked, typed, address_of(request.scope, settings().trusted_hops))
    if token is None:
        return await _again(request, typed, _(REFUSAL, DEFAULT))
    response = RedirectResponse(routes.WORKLIST, 303)
    session_cookie().set(response, token)
    form_cookie().forget(response)
    return response


async def sign_out(request: Request) -> Response:
    """End the session. The check of origins is enough: a stranger gains nothing by it."""
    await asyncio.to_thread(_ended, session_cookie().read(request))
    response = RedirectResponse(routes.SIGN_IN, 303, {"clear-site-data": '"cache", "storage"'})
    session_cookie().forget(response)
    return response


def _checked(typed: Typed, address: str) -> str | None:
    email, code = typed["email"], typed.digits("code")
    with runtime.reading() as session:
        known = find_credentials(session, email=email)
    checked = check_password(known, typed["password"])
    hashes, now = runtime.keyed_hash(), runtime.now()
    with runtime.transaction() as session:
        return sign_in_officer(session, email=email, checked=checked, code=code, address=address, hashes=hashes, now=now)


def _ended(cookie_token: str) -> None:
    with runtime.transaction() as session:
        end_session(session, cookie_token=cookie_token, now=runtime.now())


async def _again(request: Request, typed: Typed, words: str) -> Response:
    return await asyncio.to_thread(_form, request, typed, Problem("email", words))


def _form(request: Request, typed: Typed, *problems: Problem) -> Response:
    held = form_cookie().read(request) or secrets.token_urlsafe()
    response = plain_pages.page(
        "officer_sign_in.html",
        locale=DEFAULT,
        service=_furniture(),
        path=routes.SIGN_IN,
        status=REFUSED if problems else 200,
        problems=problems,
        token=token_for(held),
        email=typed["email"],
        action=routes.SIGN_IN,
    )
    form_cookie().set(response, held)
    return response


def _furniture() -> Service:
    try:
        with runtime.reading() as session:
            landlord = homes.the_landlord(session).name
    except homes.NoLandlord:
        landlord = ""
    return Service(landlord=landlord, name=SERVICE.name, home=SERVICE.home, footer=SERVICE.footer, languages=SERVICE.languages)
