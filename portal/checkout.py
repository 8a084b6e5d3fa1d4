"""Leaving for the card page: a plain route, because only a real navigation can go to another site."""

import asyncio
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from portal import routes
from portal.lite.pay_away import to_card_page
from portal.numerals import whole_number
from portal.session import who_asks
from rent import runtime
from rent.domain.account import AccountId
from rent.domain.money import Money
from rent.store.access import NoSuchRecord
from rent.usecases.payments.pay_by_link import UnableToPay
from rent.usecases.payments.start import start_payment
from web import plain as plain_pages
from web.database import tell
from web.localised import in_locale, locale_of_path
from web.plain.forms import typed_in

COMMAND_LENGTH_MAX = 64


def checkout_routes() -> list[Route]:
    """Return the way out, in every language."""
    return plain_pages.routes(routes.PAY_START, start, methods=("POST",))


async def start(request: Request) -> Response:
    """Start the payment somebody checked, and lead to its card page; the same form again leads to the same one."""
    locale = locale_of_path(request.url.path)
    tenant = await asyncio.to_thread(who_asks, request)
    if tenant is None:
        return _to(routes.SIGN_IN, locale)
    try:
        wanted = _wanted((await typed_in(request)).fields)
        payment = await tell(start_payment, person_id=tenant.person_id, now=runtime.now(), today=runtime.today(), **wanted)
    except (ValueError, KeyError, UnableToPay, NoSuchRecord):
        return _to(routes.PAY, locale)
    done, left = routes.receipt(payment.public_id, locale), routes.receipt(payment.public_id, locale, was_left=True)
    return await to_card_page(payment, locale, done=done, left=left) or _to(routes.PROBLEM, locale)


def _wanted(form: Mapping[str, str]) -> Mapping[str, object]:
    """
    Return what a form asks for.

    :raises ValueError: if it is not what our page sends
    :raises KeyError: if a part of it is missing
    """
    account, pence, command = (form[name] for name in ("account", "pence", "command"))
    if not command or len(command) > COMMAND_LENGTH_MAX:
        raise ValueError("a command id of ours")
    return {"account_id": AccountId(whole_number(account)), "amount": Money(whole_number(pence)), "command_id": command}


def _to(path: str, locale: str) -> Response:
    return RedirectResponse(in_locale(path, locale), 303)
