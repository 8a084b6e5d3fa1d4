"""Sterling as whole pence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

PAYMENT_MAX_PENCE: Final = 1_000_000
_TYPED: Final = re.compile(r"£?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2}))?")


class NotAnAmount(ValueError):
    """What was typed is not an amount of money we can use."""


@dataclass(frozen=True, order=True, slots=True)
class Money:
    """Sterling. On a rent account, positive means the tenant owes."""

    pence: int

    def __post_init__(self) -> None:
        """Refuse anything that is not exactly an int, ``bool`` included."""
        if type(self.pence) is not int:
            raise TypeError(f"whole pence only, not {self.pence!r}")

    def __add__(self, other: Money) -> Money:
        return Money(self.pence + other.pence)

    def __sub__(self, other: Money) -> Money:
        return Money(self.pence - other.pence)

    def __neg__(self) -> Money:
        return Money(-self.pence)

    def __mul__(self, times: int) -> Money:
        if type(times) is not int:
            raise TypeError(f"whole times only, not {times!r}")
        return Money(self.pence * times)

    def __bool__(self) -> bool:
        return self.pence != 0

    def prorata(self, part: int, whole: int) -> Money:
        """Return part/whole of this amount, a half penny rounded away from zero."""
        exact = Decimal(self.pence) * part / whole
        return Money(int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP)))

    def or_nothing(self) -> Money:
        """Return this amount, or nothing when it is negative."""
        return self if self.pence > 0 else NOTHING


NOTHING: Final = Money(0)


def pounds(text: str) -> Money:
    """
    Return the exact amount a person typed, such as ``£1,234.56``, ``20`` or ``20.5``.

    :raises NotAnAmount: if it is not a plain amount in pounds and pence
    """
    typed = _TYPED.fullmatch(text.strip())
    if typed is None:
        raise NotAnAmount(text)
    whole, part = typed[1].replace(",", ""), typed[2] or ""
    return Money(int(whole) * 100 + int(part.ljust(2, "0")))


def total(amounts: Iterable[Money]) -> Money:
    """Return the sum of some amounts."""
    return sum(amounts, start=NOTHING)
