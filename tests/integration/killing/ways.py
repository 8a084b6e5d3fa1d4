"""Every way a payment can go, and what the provider does to us meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from rent.domain.payment import Status
from tests.integration.payments.house import CHALLENGED, DEBIT_BOUNCES, DEBIT_FAILS, DEBIT_PAID, DECLINED, DISPUTED, GOOD


@dataclass(frozen=True)
class Way:
    """How a payment goes: the numbers tried at the checkout, what happens after, and how it must end, per hundred pence paid."""

    numbers: Sequence[str]
    afterwards: Sequence[str]
    ends: Status
    posted: Sequence[int]


WAYS: Final[Mapping[str, Way]] = {
    "by card": Way([GOOD], [], Status.PAID, [-100]),
    "declined, then by another card": Way([DECLINED, GOOD], [], Status.PAID, [-100]),
    "after the bank has asked": Way([CHALLENGED], [], Status.PAID, [-100]),
    "and is refunded half, and the rest": Way([GOOD], ["refund half", "refund half"], Status.REFUNDED, [-100, 50, 50]),
    "and is refunded half": Way([GOOD], ["refund half"], Status.PAID, [-100, 50]),
    "and disputes it, but the landlord wins": Way([DISPUTED], ["win"], Status.PAID, [-100, 100, -100]),
    "and disputes it, and the landlord loses": Way([DISPUTED], ["lose"], Status.LOST, [-100, 100]),
    "by Direct Debit": Way([DEBIT_PAID], ["days pass"], Status.PAID, [-100]),
    "by a Direct Debit that fails": Way([DEBIT_FAILS], ["days pass"], Status.FAILED, []),
    "by a Direct Debit that bounces": Way([DEBIT_BOUNCES], ["days pass", "days pass"], Status.FAILED, [-100, 100]),
}
# What the provider does now and then: see the stand-in's knobs.
FAULTS: Final[Sequence[Mapping[str, Any]]] = (
    {"drop_webhooks": 2},
    {"double_webhooks": 3},
    {"hold_webhooks": True},
    {"faults": [{"fault": "error_after", "path": "/v1/checkout/sessions", "times": 1}]},
    {"faults": [{"fault": "too_fast", "path": "/v1/", "times": 1}]},
)
NO_FAULTS: Final = {"drop_webhooks": 0, "double_webhooks": 0, "faults": [], "release_webhooks": "in_order"}
