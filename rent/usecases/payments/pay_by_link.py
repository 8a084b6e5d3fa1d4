"""Pay by a link: what it opens, and what a second payment by it finds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rent import store
from rent.domain.account import AccountId
from rent.domain.money import Money
from rent.domain.payment import LinkId, Payment, PaymentLink, Status
from rent.store import payment_links, payments


class UnableToPay(Exception):
    """No payment can be started."""


class LinkState(StrEnum):
    """What somebody who opens a link finds."""

    OVER = "OVER"
    READY = "READY"
    PENDING = "PENDING"
    PAID = "PAID"


@dataclass(frozen=True, slots=True)
class OpenedLink:
    """A link as its holder sees it. An unknown link and an expired one look the same."""

    state: LinkState
    link: PaymentLink | None = None
    latest: Payment | None = None


def open_link(session: store.Session, *, token: str, now: datetime) -> OpenedLink:
    """Return what a link's token opens. Nothing is started: previews of a text open links too."""
    link = payment_links.by_token(session, token)
    if link is None:
        return OpenedLink(LinkState.OVER)
    attempts = payments.of_link(session, link.id)
    state = _state(link, attempts, now)
    return OpenedLink(state) if state is LinkState.OVER else OpenedLink(state, link, _telling(attempts))


def open_attempt(session: store.Session, *, link_id: LinkId, account_id: AccountId, amount: Money, now: datetime) -> Payment | None:
    """
    Return the attempt by a link that can still be paid, or None if a new one may be started.

    Only one attempt is open at a time, so that no two checkouts can both be paid.

    :raises UnableToPay: if the link is over, has been paid, or is for something else
    """
    link = payment_links.locked(session, link_id)
    attempts = payments.of_link(session, link_id)
    if (link.account_id, link.amount) != (account_id, amount):
        raise UnableToPay("the link is for another account or amount")
    state = _state(link, attempts, now)
    if state is not LinkState.READY:
        raise UnableToPay(f"the link is {state}")
    return next((attempt for attempt in attempts if attempt.status is Status.CREATED), None)


def _state(link: PaymentLink, attempts: tuple[Payment, ...], now: datetime) -> LinkState:
    stands = {attempt.status for attempt in attempts}
    if stands & {Status.PAID, Status.REFUNDED, Status.DISPUTED, Status.LOST}:
        return LinkState.PAID
    if Status.PENDING in stands:
        return LinkState.PENDING
    return LinkState.READY if link.is_live(now) else LinkState.OVER


def _telling(attempts: tuple[Payment, ...]) -> Payment | None:
    unfinished = {Status.CREATED, Status.FAILED, Status.EXPIRED}
    return next((attempt for attempt in attempts if attempt.status not in unfinished), attempts[0] if attempts else None)
