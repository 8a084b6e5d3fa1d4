"""
Leaving for the card page, and coming back from it: plain routes, because only a real
navigation can go to another site, and none of it needs script.
"""

import asyncio
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from portal import routes
from portal.session import who_asks
from rent import runtime
from rent.domain.account import AccountId
from rent.domain.money import Money
from rent.domain.payment import Payment
from rent.ports import ProviderRefused, ProviderTrouble
from rent.settings import settings
from rent.store.access import NoSuchRecord
from rent.usecases.payments.open_checkout import WayBack, open_checkout
from rent.usecases.payments.pay_by_link import UnableToPay
from rent.usecases.payments.start import start_payment
from web import plain as plain_pages
from web.database import tell
from web.localised import in_locale, locale_of_path

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
        wanted = _wanted(dict((await request.form()).items()))
        payment = await tell(start_payment, person_id=tenant.person_id, now=runtime.now(), today=runtime.today(), **wanted)
    except (ValueError, KeyError, UnableToPay, NoSuchRecord):
        return _to(routes.PAY, locale)
    return await _to_card_page(payment, locale)


async def _to_card_page(payment: Payment, locale: str) -> Response:
    try:
        return RedirectResponse(await asyncio.to_thread(_open, payment, locale), 303)
    except UnableToPay:
        # One that is over, or on its way, is shown as it stands and not paid twice.
        return RedirectResponse(routes.receipt(payment.public_id, locale), 303)
    except (ProviderTrouble, ProviderRefused):
        return _to(routes.PROBLEM, locale)


def _open(payment: Payment, locale: str) -> str:
    origin, name = settings().portal_origin, payment.public_id
    done, left = routes.receipt(name, locale), routes.receipt(name, locale, was_left=True)
    return open_checkout(
        runtime.transaction,
        cards=runtime.card_payments(),
        payment=payment,
        locale=locale,
        portal_origin=origin,
        now=runtime.now(),
        back=WayBack(f"{origin}{done}", f"{origin}{left}"),
    )


def _wanted(form: Mapping[str, object]) -> Mapping[str, object]:
    """
    Return what a form asks for.

    :raises ValueError: if it is not what our page sends
    :raises KeyError: if a part of it is missing
    """
    account, pence, command = (str(form[name]) for name in ("account", "pence", "command"))
    if not command or len(command) > COMMAND_LENGTH_MAX:
        raise ValueError("a command id of ours")
    return {"account_id": AccountId(int(account)), "amount": Money(int(pence)), "command_id": command}


def _to(path: str, locale: str) -> Response:
    return RedirectResponse(in_locale(path, locale), 303)
