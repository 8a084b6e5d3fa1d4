"""Ask the card provider about payments nobody told us of, and for events that never came."""

from __future__ import annotations

import logging

from rent import runtime
from rent.ports import ProviderRefused, ProviderTrouble
from rent.usecases.payments.catch_up import catch_up
from rent.usecases.payments.check import check_payment, payments_to_check

log = logging.getLogger(__name__)


def run() -> int:
    """Ask about what it is time to ask about; return how many payments and new events there were."""
    with runtime.reading() as session:
        waiting = payments_to_check(session, now=runtime.now())
    return sum(map(_check, waiting)) + _catch_up()


def _check(public_id: str) -> bool:
    """Ask about one payment; return whether that worked. Trouble with one must not keep the others waiting."""
    try:
        check_payment(runtime.transaction, public_id=public_id, cards=runtime.card_payments(), clock=runtime.now, today=runtime.today)
    except Exception:
        log.exception("a payment could not be looked up")
        return False
    return True


def _catch_up() -> int:
    try:
        return catch_up(runtime.transaction, cards=runtime.card_payments(), clock=runtime.now)
    except (ProviderTrouble, ProviderRefused) as why:
        log.warning("the provider's events could not be listed: %s", why)
        return 0
