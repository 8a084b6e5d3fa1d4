"""Learn from an error what a number is good for."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from rent import store
from rent.domain.tenancy import Channel
from rent.usecases.messages.give_up_number import give_up_number
from rent.usecases.messages.opt_out import opt_out

# Not a number, not a mobile, no such number, a landline.
HOPELESS: Final = frozenset({21211, 21614, 30005, 30006})
OPTED_OUT: Final = 21610


def learn_from_error(session: store.Session, *, channel: Channel, address: str, error_code: int | None, now: datetime, today: date) -> None:
    """
    Give up a number the provider calls hopeless, and honour an opt-out only the provider knew of.

    Source: payments.md 4.4
    """
    if error_code in HOPELESS:
        give_up_number(session, channel=channel, address=address, error_code=error_code, now=now, today=today)
    if error_code == OPTED_OUT:
        opt_out(session, channel=channel, address=address, actor="provider", now=now, today=today)
