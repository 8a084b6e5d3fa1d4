"""Bring a payment and the ledger to what the provider says, whatever order it said it in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from functools import reduce

from rent import store
from rent.domain import settlement
from rent.domain.account import Posting
from rent.domain.money import total
from rent.domain.payment import OPEN, Payment, Status, TransitionNotAllowed, advance
from rent.ports import ProviderPayment
from rent.store import payments, postings
from rent.usecases.payments.receive_event import SOURCE
from rent.usecases.payments.tell import tell_failed, tell_given_back, tell_person_needed, tell_received


class Settled(StrEnum):
    """What came of it. STALE: somebody was quicker, so ask again."""

    SETTLED = "SETTLED"
    STALE = "STALE"
    UNKNOWN = "UNKNOWN"
    NEEDS_A_PERSON = "NEEDS_A_PERSON"


def settle_payment(session: store.Session, *, heard: ProviderPayment, asked_at: datetime, now: datetime, today: date) -> Settled:
    """
    Record what the provider says of a payment; doing it again changes nothing.

    ``asked_at`` is the moment before the provider was asked: an answer that has been overtaken is
    not used. What does not add up is flagged for a person, and never guessed at.
    """
    before = payments.locked(session, heard.payment)
    if before is None:
        return Settled.UNKNOWN
    if payments.has_changed_since(session, before.id, asked_at):
        return Settled.STALE
    moved = _book(session, before, heard, now=now, today=today)
    after, adds_up = _stand(replace(before, provider_id=heard.provider_id or before.provider_id), heard)
    if not adds_up or _is_given_back_twice(heard) or _is_paid_twice(session, after):
        after = replace(after, needs_a_person=True)
    _keep(session, before, after, moved=moved, now=now, today=today)
    return Settled.SETTLED if adds_up else Settled.NEEDS_A_PERSON


def _book(session: store.Session, payment: Payment, heard: ProviderPayment, *, now: datetime, today: date) -> bool:
    """Post what is not posted yet; return whether anything was."""
    if not _is_creditable(payment, heard) or heard.provider_id is None or heard.received_on is None:
        return False
    due = settlement.credit(
        payment,
        provider_id=heard.provider_id,
        received=heard.received,
        received_on=heard.received_on,
        means=heard.means,
        source=SOURCE,
    )
    credited, is_new = _post(session, due, now)
    if is_new:
        tell_received(session, payment, now=now, today=today)
    return any([is_new, *(_take_back(session, payment, credited, item, now=now, today=today) for item in heard.given_back)])


def _take_back(
    session: store.Session, payment: Payment, credited: Posting, item: settlement.GivenBack, *, now: datetime, today: date
) -> bool:
    taken, is_new = _post(session, settlement.taken_back(credited, item), now)
    if is_new:
        tell_given_back(session, payment, item.amount, item.kind, now=now, today=today)
    return (item.returned and _post(session, settlement.given_again(taken, item), now)[1]) or is_new


def _post(session: store.Session, posting: Posting, now: datetime) -> tuple[Posting, bool]:
    new = postings.add(session, posting, recorded_at=now)
    if new is not None:
        return replace(posting, id=new), True
    there = postings.by_external_id(session, posting.source, posting.external_id)
    return there or posting, False


def _stand(payment: Payment, heard: ProviderPayment) -> tuple[Payment, bool]:
    """Return the payment where the provider says it stands, and whether that adds up."""
    target = settlement.status_for(heard.standing, heard.received, heard.given_back)
    if heard.standing is settlement.Standing.PAID and not _is_creditable(payment, heard):
        return payment, False
    if target is None or settlement.contradicts(payment, heard.standing):
        return payment, target is None
    try:
        events = settlement.route(payment.status, target)
    except TransitionNotAllowed:
        return payment, False
    return reduce(advance, events, payment), True


def _is_creditable(payment: Payment, heard: ProviderPayment) -> bool:
    # More or less than was asked for is no payment of ours until somebody has looked.
    return heard.standing is settlement.Standing.PAID and heard.received == payment.amount


def _is_given_back_twice(heard: ProviderPayment) -> bool:
    # A tenant can be refunded by us and by their bank: both are booked, and somebody should know.
    return total(item.amount for item in heard.given_back if not item.returned) > heard.received


def _is_paid_twice(session: store.Session, payment: Payment) -> bool:
    if payment.link_id is None or payment.status in OPEN or payment.status is Status.EXPIRED:
        return False
    unpaid = OPEN | {Status.EXPIRED}
    return any(other.status not in unpaid for other in payments.of_link(session, payment.link_id) if other.id != payment.id)


def _keep(session: store.Session, before: Payment, after: Payment, *, moved: bool, now: datetime, today: date) -> None:
    if after != before or moved:
        payments.save(session, after, changed_at=now)
    if after.status is Status.FAILED and before.status is not Status.FAILED:
        tell_failed(session, after, now=now, today=today)
    if after.needs_a_person and not before.needs_a_person:
        tell_person_needed(session, after, now=now, today=today)
    if after.status not in OPEN:
        payments.look_again(session, after.id, None)
