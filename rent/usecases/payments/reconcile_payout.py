"""Prove a payout to the penny: the provider's lines against its total, and against our ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from rent import store
from rent.domain.money import NOTHING, Money, total
from rent.ports import BalanceLine, CardPayments, ProviderPayout
from rent.store import payments, payouts
from rent.usecases.payments.receive_event import SOURCE

RECONCILED: Final = "RECONCILED"
DIFFERS: Final = "DIFFERS"


@dataclass(frozen=True, slots=True)
class PayoutHeard:
    """A payout with its lines, as the provider has them now."""

    payout: ProviderPayout
    lines: tuple[BalanceLine, ...]


def hear_payout(cards: CardPayments, *, payout_id: str) -> PayoutHeard:
    """
    Return a payout and all its lines.

    :raises ProviderTrouble: if the provider does not say
    """
    return PayoutHeard(cards.look_up_payout(payout_id), tuple(cards.payout_lines(payout_id)))


def reconcile_payout(session: store.Session, *, heard: PayoutHeard, now: datetime) -> str | None:
    """
    Keep a payout and its lines; return what is wrong with it, or None when the difference is nothing.

    The difference is what the lines come to less what was paid out, plus what they hold that our
    ledger does not. Source: payments.md 6.11
    """
    booked = payouts.booked(session, SOURCE, [line.booked_as for line in heard.lines if line.booked_as])
    difference = total(line.net for line in heard.lines) - heard.payout.amount + _not_booked(heard.lines, booked)
    payout_id = payouts.save(
        session,
        provider_id=heard.payout.provider_id,
        amount=heard.payout.amount,
        arrives_on=heard.payout.arrives_on,
        status=DIFFERS if difference else RECONCILED,
        difference=difference,
        reconciled_at=now,
    )
    _keep_lines(session, payout_id, heard.lines)
    return f"the payout differs by {difference.pence}p" if difference else None


def _not_booked(lines: Iterable[BalanceLine], booked: Mapping[str, Money]) -> Money:
    # What came in lowers the balance of a rent account, so the two cancel out line by line.
    return total(line.amount + booked.get(line.booked_as, NOTHING) for line in lines if line.booked_as)


def _keep_lines(session: store.Session, payout_id: int, lines: Iterable[BalanceLine]) -> None:
    found = payments.ids_by_public_id(session, frozenset(line.payment for line in lines if line.payment))
    for line in lines:
        payouts.save_line(
            session,
            payout_id,
            provider_id=line.provider_id,
            category=line.category,
            amount=line.amount,
            fee=line.fee,
            net=line.net,
            payment_id=found.get(line.payment or ""),
        )
