"""Gather what is true of many messages at once, for the send gate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from messaging.planner.send_gate import COLLECTION_QUIET, Leaving, NumberNow
from rent import store
from rent.domain.account import AccountId
from rent.domain.hold import Hold
from rent.domain.message import MessageClass
from rent.domain.money import Money
from rent.domain.tenancy import Channel, NumberStatus, PersonId, TenancyId
from rent.store import gate, holds, numbers, sent
from rent.store.numbers import Number
from rent.store.outbox import Waiting


@dataclass(frozen=True, slots=True)
class Standing:
    """What is true of a batch of messages."""

    numbers: Mapping[tuple[PersonId, str], Number]
    holds: Mapping[TenancyId, tuple[Hold, ...]]
    balances: Mapping[AccountId, Money]
    collected: Mapping[PersonId, datetime]

    def leaving(self, message: Waiting) -> Leaving:
        """Return one message with what is true of it."""
        account = message.facts.get("account_id")
        return Leaving(
            channel=message.channel,
            message_class=message.message_class,
            author=message.author,
            number=self._number(message),
            holds=self.holds.get(message.tenancy_id, ()) if message.tenancy_id is not None else (),
            expires_at=message.expires_at,
            is_last_word=bool(message.facts.get("last_word")),
            collects=bool(message.facts.get("collects")),
            owed_then=Money(message.facts["owed_pence"]) if account is not None else None,
            owed_now=self.balances.get(account) if account is not None else None,
            latest_collection_at=self.collected.get(message.person_id) if message.person_id is not None else None,
        )

    def _number(self, message: Waiting) -> NumberNow | None:
        if message.person_id is not None:
            own = self.numbers.get((message.person_id, message.to_address))
            return _together([own]) if own else None
        return _together([number for (_, address), number in self.numbers.items() if address == message.to_address])


def gather(session: store.Session, messages: Sequence[Waiting], *, now: datetime) -> Standing:
    """Return what is true of these messages now, in a handful of queries."""
    collecting = {message.person_id for message in messages if message.message_class is MessageClass.COLLECTION and message.person_id}
    accounts = {AccountId(message.facts["account_id"]) for message in messages if "account_id" in message.facts}
    return Standing(
        numbers=numbers.standing(session, Channel.SMS, {message.to_address for message in messages}),
        holds=holds.not_lifted(session, {message.tenancy_id for message in messages if message.tenancy_id is not None}),
        balances=gate.balances(session, accounts) if accounts else {},
        collected=sent.latest_collection(session, collecting, since=now - COLLECTION_QUIET) if collecting else {},
    )


def _together(known: Iterable[Number]) -> NumberNow | None:
    """Return what holds for a number several people share: the most careful of what is known."""
    every = list(known)
    if not every:
        return None
    wrong = (status for status in (NumberStatus.WRONG_PERSON, NumberStatus.UNREACHABLE) if any(one.status is status for one in every))
    return NumberNow(
        status=next(wrong, every[0].status),
        is_safe=all(one.is_safe for one in every),
        opted_out=any(one.opted_out for one in every),
        usable_from=max((one.usable_from for one in every if one.usable_from is not None), default=None),
        has_died=all(one.deceased_on is not None for one in every),
    )
