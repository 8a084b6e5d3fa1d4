"""Make a link a tenant can pay by."""

from __future__ import annotations

import secrets
from datetime import date, datetime
from typing import Final

from rent import store
from rent.domain.account import AccountId
from rent.domain.money import Money
from rent.domain.payment import LINK_LASTS, NotPayable, check_amount
from rent.domain.tenancy import PersonId
from rent.store import access, payment_links, timeline

# 128 bits: nobody guesses one within its hour, and it still fits a text.
TOKEN_BYTES: Final = 16


class UnableToMakeLink(Exception):
    """No link can be made for that account and amount."""


def make_payment_link(
    session: store.Session,
    *,
    account_id: AccountId,
    amount: Money,
    person_id: PersonId,
    language: str,
    actor: str,
    now: datetime,
    today: date,
) -> str:
    """
    Return the token of a new link for a fixed amount, to be put behind ``{portal_origin}/p/``.

    It lasts an hour and pays once. The person must be a tenant of the account's tenancy today.

    :raises UnableToMakeLink: if a card cannot pay the amount
    :raises NoSuchRecord: if the account is not theirs
    """
    account = access.account_for_tenant(session, person_id, account_id, today=today)
    try:
        check_amount(amount)
    except NotPayable as why:
        raise UnableToMakeLink(str(why)) from why
    token = secrets.token_urlsafe(TOKEN_BYTES)
    payment_links.add(
        session,
        token=token,
        account_id=account_id,
        person_id=person_id,
        amount=amount,
        language=language,
        created_at=now,
        expires_at=now + LINK_LASTS,
    )
    timeline.write(
        session,
        account.tenancy_id,
        timeline.Happened.PAYMENT_LINK_MADE,
        actor=actor,
        at=now,
        today=today,
        person_id=person_id,
        amount_pence=amount.pence,
    )
    return token
