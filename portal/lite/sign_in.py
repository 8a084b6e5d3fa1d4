"""
Signing in, without script: who are you, then the code we sent.

Only a plain answer can set a cookie no script can read, so this is how everybody signs in.
Whatever was wrong, and whether or not anybody was found, the answer and its time are the same.
"""

import secrets
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from portal import routes
from portal.service import plain
from portal.session import request_cookie, session_cookie
from rent import runtime
from rent.settings import settings
from rent.usecases.people.end_session import end_session
from rent.usecases.people.request_sign_in_code import request_sign_in_code
from rent.usecases.people.sign_in_with_code import Welcome, sign_in_with_code
from rent.words import _
from web import plain as plain_pages
from web.address import address_of
from web.database import tell
from web.landlord import landlord_phone
from web.localised import in_locale, locale_of_path
from web.plain import Problem
from web.plain.forms import Typed, token_for, typed_in
from web.plain.same_time import same_time

REFUSED: Final = 422
CODE_LENGTH: Final = 6
OLDEST: Final = date(1900, 1, 1)


def sign_in_routes() -> list[Route]:
    """Return the pages of signing in, in every language."""
    return [
        *plain_pages.routes(routes.SIGN_IN, show_question),
        *plain_pages.routes(routes.SIGN_IN, ask_for_code, methods=("POST",)),
        *plain_pages.routes(routes.SIGN_IN_CODE, show_code_question),
        *plain_pages.routes(routes.SIGN_IN_CODE, try_code, methods=("POST",)),
    ]


def show_question(request: Request) -> Response:
    """Ask for the rent reference and the date of birth."""
    return _question(request, Typed({}))


async def ask_for_code(request: Request) -> Response:
    """Send a code if there is somebody to send it to, and say the same if there is not."""
    typed = await typed_in(request)
    problems = _problems(typed, request)
    born_on = typed.day("born")
    if problems or born_on is None:
        return _question(request, typed, problems)
    async with same_time():
        token = await tell(request_sign_in_code, reference=typed["reference"], born_on=born_on, **_at_the_door(request))
    response = RedirectResponse(in_locale(routes.SIGN_IN_CODE, _locale(request)), 303)
    request_cookie().set(response, token)
    return response


def show_code_question(request: Request) -> Response:
    """Ask for the code."""
    if not request_cookie().read(request):
        return RedirectResponse(in_locale(routes.SIGN_IN, _locale(request)), 303)
    return _code_question(request)


async def try_code(request: Request) -> Response:
    """Let in whoever holds the code."""
    typed = await typed_in(request)
    held = request_cookie().read(request)
    code = typed.digits("code")
    if not typed.is_ours(held):
        return _code_question(request, Problem("code", _formless(request)))
    if len(code) != CODE_LENGTH or not code.isdecimal():
        return _code_question(request, Problem("code", _("Enter the 6 numbers of your code", _locale(request))))
    async with same_time():
        welcome = await tell(sign_in_with_code, request_token=held, code=code, **_at_the_door(request))
    if welcome is None:
        return _code_question(request, Problem("code", _refused(request)))
    return await _welcome(request, welcome)


async def _welcome(request: Request, welcome: Welcome) -> Response:
    if before := session_cookie().read(request):
        await tell(end_session, cookie_token=before, now=runtime.now())
    target = routes.CHOOSE_HOME if welcome.has_other_homes else routes.HOME
    response = RedirectResponse(in_locale(target, _locale(request)), 303)
    session_cookie().set(response, welcome.token)
    request_cookie().forget(response)
    return response


def _question(request: Request, typed: Typed, problems: Sequence[Problem] = ()) -> Response:
    held = request_cookie().read(request) or secrets.token_urlsafe()
    response = plain_pages.page(
        "sign_in.html",
        locale=_locale(request),
        service=plain(),
        path=routes.SIGN_IN,
        status=REFUSED if problems else 200,
        problems=problems,
        token=token_for(held),
        typed=typed,
        phone=landlord_phone(),
        action=routes.SIGN_IN,
    )
    request_cookie().set(response, held)
    return response


def _code_question(request: Request, *problems: Problem) -> Response:
    return plain_pages.page(
        "sign_in_code.html",
        locale=_locale(request),
        service=plain(),
        path=routes.SIGN_IN_CODE,
        status=REFUSED if problems else 200,
        problems=problems,
        token=token_for(request_cookie().read(request)),
        phone=landlord_phone(),
        action=routes.SIGN_IN_CODE,
        again=routes.SIGN_IN,
    )


def _problems(typed: Typed, request: Request) -> tuple[Problem, ...]:
    locale, born_on = _locale(request), typed.day("born")
    if not typed.is_ours(request_cookie().read(request)):
        return (Problem("reference", _formless(request)),)
    found = []
    if not typed["reference"]:
        found.append(Problem("reference", _("Enter your rent reference", locale)))
    if born_on is None or not OLDEST < born_on < runtime.today():
        found.append(Problem("born-day", _("Enter your date of birth, like 27 3 1985", locale)))
    return tuple(found)


def _formless(request: Request) -> str:
    return _("We could not read your form. Check that your browser accepts cookies, then try again.", _locale(request))


def _refused(request: Request) -> str:
    return _("That code is not right, or it is too old or used already. Check it, or ask for another one.", _locale(request))


def _at_the_door(request: Request) -> Mapping[str, object]:
    address = address_of(request.scope, settings().trusted_hops)
    return {"address": address, "hashes": runtime.keyed_hash(), "now": runtime.now(), "today": runtime.today()}


def _locale(request: Request) -> str:
    return locale_of_path(request.url.path)
