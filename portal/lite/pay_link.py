"""
Pay by a link from a text: a fixed amount, no sign-in, no script, and nothing about the tenant.

Opening it starts nothing, since phones open links by themselves to show a preview.
"""

from uuid import uuid4

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from portal import routes
from portal.lite.pay_away import to_card_page
from portal.service import plain
from rent import runtime
from rent.usecases.payments.pay_by_link import LinkState, OpenedLink, UnableToPay, open_link
from rent.usecases.payments.start_by_link import start_payment_by_link
from rent.words import LOCALES, NAMES, known, moment, money
from web import plain as plain_pages
from web.database import ask, tell
from web.landlord import landlord_name, landlord_phone
from web.localised import in_locale, locale_of_path
from web.plain.forms import typed_in

LANGUAGE = "in"


def pay_link_routes() -> list[Route]:
    """Return the page of a link."""
    path = f"{routes.PAY_LINK}/{{token}}"
    return [*plain_pages.routes(path, show_link), *plain_pages.routes(path, pay_link, methods=("POST",))]


async def show_link(request: Request) -> Response:
    """Show what the link pays, and start nothing."""
    return _show(request, await _opened(request))


async def pay_link(request: Request) -> Response:
    """Lead to the card page; pressed twice, it leads to the same one."""
    opened = await _opened(request)
    command = (await typed_in(request))["attempt"] or uuid4().hex
    try:
        payment = await tell(start_payment_by_link, token=_token(request), command_id=command, now=runtime.now(), today=runtime.today())
    except UnableToPay:
        return _show(request, await _opened(request))
    away = await to_card_page(payment, _locale(request, opened))
    return away or _show(request, opened, trouble=True)


async def _opened(request: Request) -> OpenedLink:
    return await ask(open_link, token=_token(request), now=runtime.now())


def _show(request: Request, opened: OpenedLink, *, trouble: bool = False) -> Response:
    locale = _locale(request, opened)
    if opened.state is LinkState.OVER or opened.link is None:
        return plain_pages.page(
            "pay_link_over.html", locale=locale, status=404, service=plain(), phone=landlord_phone(), in_languages=_languages(request)
        )
    if opened.state is not LinkState.READY and opened.latest is not None:
        return RedirectResponse(in_locale(f"{routes.PAID_WITHOUT_SCRIPT}/{opened.latest.public_id}", locale), 303)
    return plain_pages.page(
        "pay_link.html",
        locale=locale,
        status=503 if trouble else 200,
        service=plain(),
        trouble=trouble,
        amount=money(opened.link.amount, locale),
        landlord=landlord_name(),
        until=moment(opened.link.expires_at, locale),
        action=f"{routes.PAY_LINK}/{_token(request)}",
        attempt=uuid4().hex,
        in_languages=_languages(request),
    )


def _locale(request: Request, opened: OpenedLink) -> str:
    """Return the language of the address or, where it has none, that of the link."""
    in_path = locale_of_path(request.url.path)
    if in_path != LOCALES[0] or opened.link is None or LANGUAGE in request.query_params:
        return in_path
    return known(opened.link.language)


def _languages(request: Request) -> list[tuple[str, str, str]]:
    """Return each language with its name and the address of this page in it."""
    path = f"{routes.PAY_LINK}/{_token(request)}"
    return [
        (locale, NAMES[locale], in_locale(path, locale) if locale != LOCALES[0] else f"{path}?{LANGUAGE}={locale}") for locale in LOCALES
    ]


def _token(request: Request) -> str:
    return str(request.path_params["token"])
