"""Benefit awards towards the rent."""

from __future__ import annotations

from sqlalchemy import Connection, select

from rent.domain.benefit import Claim
from rent.domain.money import Money
from rent.domain.tenancy import TenancyId
from rent.store.tables.accounts import benefit_claims


def of_tenancy(session: Connection, tenancy_id: TenancyId) -> tuple[Claim, ...]:
    """Return a tenancy's claims, ended ones included, since those may still have money on its way."""
    found = select(benefit_claims).where(benefit_claims.c.tenancy_id == tenancy_id).order_by(benefit_claims.c.id)
    return tuple(
        Claim(row["kind"], Money(row["amount_pence"]), row["anchor"], row["paid_up_to"], row["ends_on"])
        for row in session.execute(found).mappings()
    )
