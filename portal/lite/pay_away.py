"""The way out to the card page, from any plain page of paying."""

import asyncio

from starlette.responses import RedirectResponse, Response

from portal import routes
from rent import runtime
from rent.domain.payment import Payment
from rent.ports import ProviderRefused, ProviderTrouble
from rent.settings import settings
from rent.usecases.payments.open_checkout import WayBack, open_checkout
from rent.usecases.payments.pay_by_link import UnableToPay
from web.localised import in_locale


async def to_card_page(payment: Payment, locale: str, *, done: str = "", left: str = "") -> Response | None:
    """
    Return the answer that leads to a payment's card page, or to what became of it if it is over.

    ``done`` and ``left`` are the paths it leads back to, once paid or left; else the pages without script.
    Return None if the card page cannot be opened now; nothing was taken, and trying again is safe.
    """
    origin = settings().portal_origin
    done = done or in_locale(f"{routes.PAID_WITHOUT_SCRIPT}/{payment.public_id}", locale)
    left = left or in_locale(f"{routes.LEFT_WITHOUT_SCRIPT}/{payment.public_id}", locale)
    try:
        url = await asyncio.to_thread(_open, payment, locale, WayBack(f"{origin}{done}", f"{origin}{left}"))
    except UnableToPay:
        return RedirectResponse(done, 303)
    except (ProviderTrouble, ProviderRefused):
        return None
    return RedirectResponse(url, 303)


def _open(payment: Payment, locale: str, back: WayBack) -> str:
    return open_checkout(
        runtime.transaction,
        cards=runtime.card_payments(),
        payment=payment,
        locale=locale,
        portal_origin=settings().portal_origin,
        now=runtime.now(),
        back=back,
    )
