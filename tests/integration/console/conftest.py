"""A tenancy with somebody in it, and officers who may or may not see it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from sqlalchemy import select

from rent.domain.account import AccountId
from rent.domain.officer import Officer, Role
from rent.domain.tenancy import PatchId, PersonId, TenancyId
from rent.store import officers
from rent.store.tables.homes import tenancies
from tests import builders


@dataclass(frozen=True)
class Home:
    """Ceri Bowen's tenancy."""

    patch: PatchId
    tenancy: TenancyId
    public_id: str
    person: PersonId
    account: AccountId


@pytest.fixture
def home(session) -> Home:
    """Return a tenancy with one tenant, a number that may be texted and a rent account."""
    builders.save_landlord(session)
    patch = builders.save_patch(session)
    tenancy = builders.save_tenancy(session, patch_id=patch)
    person = builders.save_tenant(session, tenancy, name="Ceri Bowen")
    builders.save_contact_point(session, person, "+447700900123")
    account = builders.save_account(session, tenancy, lines=[builders.a_line("£120")])
    return Home(patch, tenancy, public_id_of(session, tenancy), person, account)


@pytest.fixture
def officer_of(session):
    """Return a way to take on an officer with a role and patches."""

    def take_on(role: Role = Role.OFFICER, *patches: PatchId) -> Officer:
        email = f"{role.value.lower()}-{'-'.join(map(str, patches))}@landlord.example"
        new = officers.add(session, email=email, name="Bev Price", role=role, password_hash="", totp_secret="")
        assert new is not None
        officers.set_patches(session, new, patches)
        found = officers.get(session, new)
        assert found is not None
        return found

    return take_on


def public_id_of(session, tenancy: TenancyId) -> str:
    """Return what stands for a tenancy in addresses."""
    return session.execute(select(tenancies.c.public_id).where(tenancies.c.id == tenancy)).scalar_one()
