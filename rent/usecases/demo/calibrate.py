"""Make the balances of a patch add up to what public figures say arrears are."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Final

from rent.domain.account import PostingKind
from rent.usecases.demo.flows import Flow
from rent.usecases.demo.household import Household

# Arrears of current tenants over the year's rent, in thousandths of a percent.
# Source: domain.md H3 (Housemark: 2.56 to 2.78 %)
ARREARS: Final = 2_750
_WHOLE: Final = 100_000
_AHEAD_MAX: Final = 5.0

Ledger = tuple[Household, Sequence[Flow]]


def calibrate(ledgers: Sequence[Ledger], luck: Random, *, has_opening: Sequence[bool], yearly: int) -> list[int]:
    """
    Return the opening balance of each ledger, in pence.

    Most households end a little ahead or level, some behind; how far behind those are is scaled so
    that all that is owed is the wanted share of the year's rent, in pence.
    """
    flows = [sum(flow.pence for flow in lines) for _, lines in ledgers]
    ends = [
        _end(household, lines, flow, luck, opens=opens) for (household, lines), flow, opens in zip(ledgers, flows, has_opening, strict=True)
    ]
    settled = sum(max(0, end) for (household, _), end in zip(ledgers, ends, strict=True) if end is not None and not household.ends_on)
    behind = sum(_behind(household) for (household, _), end in zip(ledgers, ends, strict=True) if end is None)
    scale = max(0.3, (yearly * ARREARS // _WHOLE - settled) / behind) if behind else 1.0
    wanted = [round(scale * _behind(household)) if end is None else end for (household, _), end in zip(ledgers, ends, strict=True)]
    return [end - flow if opens else 0 for end, flow, opens in zip(wanted, flows, has_opening, strict=True)]


def _end(household: Household, lines: Sequence[Flow], flow: int, luck: Random, *, opens: bool) -> int | None:
    if not opens:
        return flow
    if household.wanted is not None:
        return household.wanted
    if household.weeks_behind:
        return None
    ahead = round(luck.uniform(0, _AHEAD_MAX) * _week(household))
    return _charged_since_paid(lines) - ahead


def _behind(household: Household) -> int:
    return round(household.weeks_behind * _week(household))


def _week(household: Household) -> int:
    return sum(price.after for price in household.prices)


def _charged_since_paid(lines: Sequence[Flow]) -> int:
    owed = 0
    for flow in reversed(lines):
        if flow.kind is PostingKind.PAYMENT:
            break
        owed += flow.pence
    return owed
