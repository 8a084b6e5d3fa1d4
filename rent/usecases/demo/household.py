"""What a household of the demo landlord is like."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from rent.domain.account import ChargeKind, Means
from rent.domain.money import Money
from rent.domain.periods import ChargeCycle, monthly_equivalent
from rent.domain.tenancy import Need, Regime


class Pays(StrEnum):
    """Where the rent comes from."""

    UC_TO_LANDLORD = "UC_TO_LANDLORD"
    UC_TO_TENANT = "UC_TO_TENANT"
    HOUSING_BENEFIT = "HOUSING_BENEFIT"
    DIRECT_DEBIT = "DIRECT_DEBIT"
    WEEKLY = "WEEKLY"


ON_UC = frozenset({Pays.UC_TO_LANDLORD, Pays.UC_TO_TENANT})


@dataclass(frozen=True, slots=True)
class Dweller:
    """A person of a household."""

    name: str
    language: str
    born: date
    phone: str | None
    email: str | None
    is_safe: bool = True
    neutral_wording_only: bool = False
    needs: tuple[Need, ...] = ()


@dataclass(frozen=True, slots=True)
class Price:
    """A weekly charge, before the latest rent increase and after it."""

    kind: ChargeKind
    before: int
    after: int
    eligible: bool


@dataclass(slots=True)
class Household:
    """A tenancy of the demo, with everything that decides what its ledger looks like."""

    reference: str
    home: int
    tenants: list[Dweller]
    regime: Regime
    cycle: ChargeCycle
    rent_free: tuple[date, ...]
    starts_on: date
    ends_on: date | None
    prices: tuple[Price, ...]
    pays: Pays
    means: Means
    benefit_from: date
    # What the balance should be in the end; the patch's calibration fills it in where nobody chose it.
    wanted: int | None = None
    # How many weeks' rent behind, for those who are; scaled by the calibration.
    weeks_behind: float = 0.0
    misses: float = 0.01
    extras: tuple[str, ...] = field(default=())

    def weekly(self, day: date, increase_on: date, *, only_eligible: bool = False) -> int:
        """Return a week's charge on a day, in pence."""
        return sum((price.after if day >= increase_on else price.before) for price in self.prices if price.eligible or not only_eligible)

    def monthly(self, day: date, increase_on: date, *, only_eligible: bool = False) -> int:
        """Return the monthly equal of a week's charge on a day, in pence."""
        weekly = Money(self.weekly(day, increase_on, only_eligible=only_eligible))
        return monthly_equivalent(weekly, rent_free_weeks=self.rent_free_a_year).pence

    @property
    def rent_free_a_year(self) -> int:
        """Return how many weeks of a rent year nothing is charged."""
        return 4 if self.rent_free else 0
