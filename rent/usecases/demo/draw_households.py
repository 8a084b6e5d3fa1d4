"""Draw the households of a patch."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Final, TypeVar

from rent.domain.account import ChargeKind, Means
from rent.domain.periods import ChargeCycle, monday_of
from rent.domain.tenancy import Need, Regime
from rent.usecases.demo.calendar import Calendar
from rent.usecases.demo.household import ON_UC, Dweller, Household, Pays, Price
from rent.usecases.demo.named import NAMED, Named
from rent.usecases.demo.words import words

T = TypeVar("T")

FIRST_REFERENCE: Final = 70_001_000
# Rents of one to four bedrooms before the increase, in pence a week, about £120 over all; and the April 2026 rise.
RENTS: Final = ((9_900, 0.28), (11_300, 0.40), (12_500, 0.26), (14_300, 0.06))
RISE: Final = (1_048, 1_000)
PAYS: Final = (
    (Pays.UC_TO_LANDLORD, 0.18),
    (Pays.UC_TO_TENANT, 0.32),
    (Pays.HOUSING_BENEFIT, 0.16),
    (Pays.DIRECT_DEBIT, 0.19),
    (Pays.WEEKLY, 0.15),
)
REGIMES: Final = ((Regime.SECURE_ENG, 0.82), (Regime.INTRODUCTORY, 0.07), (Regime.ASSURED_SOCIAL_ENG, 0.11))
WAYS: Final = ((Means.CARD, 0.5), (Means.CASH, 0.25), (Means.STANDING_ORDER, 0.25))
JOINT, NEEDS, SILENT, UNSAFE, TAIL, MOVED, LEFT_OWING, RENT_FREE, MONTHLY = 0.18, 0.12, 0.03, 0.02, 0.17, 0.06, 0.5, 0.35, 0.05
WEEKS_BEHIND_MAX: Final = 24.0
EXTRAS: Final = (("GARAGE", 0.08), ("RECHARGE", 0.02), ("COURT_COSTS", 0.01), ("HB_OVERPAYMENT", 0.005))
# Shared on purpose, as phones are; the numbers under 200 are the named tenants' and the stand-in's.
PHONES: Final = range(200, 900)


def draw_households(luck: Random, calendar: Calendar, homes: range, *, named: bool) -> list[Household]:
    """Return the households of a patch's homes, former ones among them; the named ones live in its first homes."""
    people = NAMED if named else ()
    drawn = list[Household]()
    for place, home in enumerate(homes):
        if place < len(people):
            drawn += _named_home(luck, calendar, home, people[place])
        elif luck.random() < MOVED:
            drawn += _changed_hands(luck, calendar, home)
        else:
            drawn.append(_household(luck, calendar, home, _long_ago(luck, calendar)))
    return drawn


def _household(luck: Random, calendar: Calendar, home: int, starts_on: date) -> Household:
    cycle = ChargeCycle.MONTHLY if luck.random() < MONTHLY else ChargeCycle.WEEKLY
    pays = _one_of(luck, PAYS)
    behind = starts_on < calendar.since and luck.random() < TAIL
    return Household(
        reference=str(FIRST_REFERENCE + home),
        home=home,
        tenants=[_dweller(luck, calendar) for _ in range(2 if luck.random() < JOINT else 1)],
        regime=Regime.INTRODUCTORY if starts_on > calendar.today - timedelta(days=365) else _one_of(luck, REGIMES),
        cycle=cycle,
        rent_free=calendar.rent_free if cycle is ChargeCycle.WEEKLY and luck.random() < RENT_FREE else (),
        starts_on=starts_on,
        ends_on=None,
        prices=_prices(luck),
        pays=pays,
        means=_one_of(luck, WAYS),
        benefit_from=_benefit_from(luck, calendar, starts_on, pays),
        weeks_behind=min(WEEKS_BEHIND_MAX, luck.lognormvariate(1.55, 0.75)) if behind else 0.0,
        misses=0.08 if behind else 0.01,
        extras=tuple(extra for extra, share in EXTRAS if luck.random() < share),
    )


def _named_home(luck: Random, calendar: Calendar, home: int, named: Named) -> list[Household]:
    household = _household(luck, calendar, home, date(2017, 6, 5) + timedelta(weeks=home))
    household.reference, household.tenants = named.reference, list(named.tenants)
    household.pays, household.wanted = named.pays, named.wanted
    household.benefit_from, household.cycle, household.rent_free, household.extras = date(2023, 2, 9), ChargeCycle.WEEKLY, (), ()
    if not named.is_former:
        return [household]
    household.ends_on = monday_of(calendar.today) - timedelta(weeks=20, days=1)
    return [household, _household(luck, calendar, home, household.ends_on + timedelta(days=22))]


def _changed_hands(luck: Random, calendar: Calendar, home: int) -> list[Household]:
    left = monday_of(calendar.today) - timedelta(weeks=luck.randint(12, 60), days=1)
    former = _household(luck, calendar, home, _long_ago(luck, calendar))
    former.reference = str(FIRST_REFERENCE - 500_000 + home)
    former.ends_on, former.extras = left, ()
    former.weeks_behind = 0.0
    former.wanted = luck.randint(4_000, 140_000) if luck.random() < LEFT_OWING else 0
    return [former, _household(luck, calendar, home, left + timedelta(days=1 + 7 * luck.randint(2, 7)))]


def _dweller(luck: Random, calendar: Calendar) -> Dweller:
    community = words().community(luck)
    name = community.name(luck)
    safe = luck.random() >= UNSAFE
    silent = luck.random() < SILENT
    texts, writes = luck.random() < 0.9, luck.random() < 0.55  # noqa: PLR2004 (shares of people)
    return Dweller(
        name=name,
        language=community.language,
        born=calendar.today - timedelta(days=luck.randint(19 * 366, 88 * 365)),
        phone=f"+447700900{luck.choice(PHONES)}" if texts and not silent else None,
        email=f"tenant{luck.randint(1, 10**9)}@example.org" if (writes or not texts) and not silent else None,
        is_safe=safe,
        neutral_wording_only=not safe,
        needs=(luck.choice(list(Need)),) if luck.random() < NEEDS else (),
    )


def _prices(luck: Random) -> tuple[Price, ...]:
    before = _one_of(luck, RENTS) + luck.randint(-900, 900)
    prices = [Price(ChargeKind.RENT, before, _risen(before), eligible=True)]
    if luck.random() < 0.3:  # noqa: PLR2004 (share of homes)
        service = luck.randint(250, 1_400)
        prices.append(Price(ChargeKind.SERVICE_CHARGE, service, service, eligible=True))
    if luck.random() < 0.07:  # noqa: PLR2004 (share of homes)
        heating = luck.randint(600, 1_500)
        prices.append(Price(ChargeKind.HEATING, heating, heating, eligible=False))
    return tuple(prices)


def _risen(pence: int) -> int:
    return (pence * RISE[0] + RISE[1] // 2) // RISE[1]


def _long_ago(luck: Random, calendar: Calendar) -> date:
    return monday_of(calendar.since - timedelta(days=luck.randint(60, 9_000)))


def _benefit_from(luck: Random, calendar: Calendar, starts_on: date, pays: Pays) -> date:
    if pays not in ON_UC or luck.random() < 0.65:  # noqa: PLR2004 (share of claims)
        return max(starts_on, monday_of(calendar.since) - timedelta(days=7 * luck.randint(4, 100)))
    earliest = max(starts_on, calendar.since)
    return earliest + timedelta(days=luck.randint(0, max(0, (calendar.today - earliest).days - 10)))


def _one_of(luck: Random, weighted: Sequence[tuple[T, float]]) -> T:
    return luck.choices([thing for thing, _ in weighted], [weight for _, weight in weighted])[0]
