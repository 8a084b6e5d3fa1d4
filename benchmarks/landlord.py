"""A landlord of bare accounts, made in bulk: enough to measure on, and nothing more."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import Connection, insert

from rent.domain.account import AccountKind, ChargeKind
from rent.domain.periods import ChargeCycle
from rent.domain.tenancy import Channel, MemberRole, NumberStatus, Regime, Region
from rent.store.tables import accounts, homes, people

MADE_AT = datetime(2026, 4, 6, 2, tzinfo=UTC)
SINCE = date(2020, 4, 6)
RENT_PENCE = 12_000
BATCH = 5_000


def build(session: Connection, count: int) -> None:
    """Make ``count`` tenancies with one tenant, one phone and one charged rent account each; ids run from 1."""
    session.execute(insert(homes.landlord).values(id=1, name="Bench Homes", region=Region.ENGLAND, phone="01632 960000", is_demo=1))
    session.execute(insert(homes.patches).values(id=1, code="P1", name="Patch one"))
    for first in range(1, count + 1, BATCH):
        ids = range(first, min(first + BATCH, count + 1))
        session.execute(
            insert(homes.properties),
            [
                {
                    "id": n,
                    "reference": f"H{n}",
                    "address": f"{n} High Street",
                    "postcode": "AB1 2CD",
                    "patch_id": 1,
                    "region": Region.ENGLAND,
                }
                for n in ids
            ],
        )
        session.execute(insert(homes.tenancies), [_tenancy(n) for n in ids])
        session.execute(
            insert(people.persons),
            [
                {
                    "id": n,
                    "reference": f"P{n}",
                    "full_name": f"Tenant {n}",
                    "search_name": f"tenant {n}",
                    "date_of_birth": date(1980, 1, 1),
                    "language": "en",
                }
                for n in ids
            ],
        )
        session.execute(
            insert(people.tenancy_members), [{"tenancy_id": n, "person_id": n, "role": MemberRole.TENANT, "starts_on": SINCE} for n in ids]
        )
        session.execute(
            insert(people.contact_points),
            [{"person_id": n, "channel": Channel.SMS, "value": phone(n), "status": NumberStatus.HELD, "since": MADE_AT} for n in ids],
        )
        session.execute(
            insert(accounts.rent_accounts),
            [
                {"id": n, "reference": f"A{n}", "tenancy_id": n, "kind": AccountKind.CURRENT_RENT, "balance_pence": 0, "opened_on": SINCE}
                for n in ids
            ],
        )
        session.execute(
            insert(accounts.charge_lines),
            [
                {"account_id": n, "kind": ChargeKind.RENT, "amount_pence": RENT_PENCE, "eligible_for_benefit": True, "starts_on": SINCE}
                for n in ids
            ],
        )


def phone(number: int) -> str:
    """Return the phone of a tenant."""
    return f"+4477{number:08d}"


def _tenancy(number: int) -> dict[str, object]:
    return {
        "id": number,
        "reference": f"T{number}",
        "public_id": f"t{number:016d}",
        "property_id": number,
        "regime": Regime.SECURE_ENG,
        "charge_cycle": ChargeCycle.WEEKLY,
        "rent_free_weeks": [],
        "starts_on": SINCE,
    }
