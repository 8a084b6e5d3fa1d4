"""What a line may not say even when each of its cells can be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from rent.domain.account import PostingKind
from rent.domain.extract import SHAPES, Part

Fault = Callable[[Sequence[Any]], str | None]

_RAISES: Final = frozenset({PostingKind.CHARGE.value, PostingKind.REFUND.value})
_LOWERS: Final = frozenset({PostingKind.PAYMENT.value})

# Which date may not be before which.
_SPANS: Final[Mapping[Part, tuple[str, str]]] = {
    Part.TENANCIES: ("starts_on", "ends_on"),
    Part.PEOPLE: ("since", "until"),
    Part.ACCOUNTS: ("opened_on", "closed_on"),
    Part.CHARGES: ("starts_on", "ends_on"),
    Part.BENEFITS: ("anchor", "ends_on"),
}


def fault_of(part: Part) -> Fault:
    """Return what finds the fault of a line's values, in plain words, if they have one."""
    if part is Part.POSTINGS:
        return _sign_fault(part)
    if part in _SPANS:
        return _span_fault(part, *_SPANS[part])
    return lambda _: None


def _span_fault(part: Part, first: str, last: str) -> Fault:
    start, end = _place(part, first), _place(part, last)

    def find(values: Sequence[Any]) -> str | None:
        ends = values[end]
        return f"it ends on {ends}, before it begins on {values[start]}" if ends and ends < values[start] else None

    return find


def _sign_fault(part: Part) -> Fault:
    kind_at, amount_at = _place(part, "kind"), _place(part, "amount")

    def find(values: Sequence[Any]) -> str | None:
        kind, amount = values[kind_at], values[amount_at]
        if amount == 0:
            return "the amount is nothing, so there is nothing to post"
        if (kind in _RAISES and amount < 0) or (kind in _LOWERS and amount > 0):
            return f"a {kind.lower()} cannot move the balance that way: the amount's sign is wrong, or it is an adjustment or a reversal"
        return None

    return find


def _place(part: Part, field: str) -> int:
    return SHAPES[part]._fields.index(field) - 1  # the line's number is not among the values
