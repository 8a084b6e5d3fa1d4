"""An officer finds tenancies by what somebody tells them, and only as far as they may look."""

import pytest

from rent.domain.officer import Role
from rent.usecases.officers.search_tenancies import FOUND_MAX, UnableToSearch, search_tenancies
from tests import builders


@pytest.fixture
def ceri(session):
    """Return a patch with Ceri Bowen's tenancy, and the tenancy."""
    patch = builders.save_patch(session)
    tenancy = builders.save_tenancy(session, patch_id=patch)
    person = builders.save_tenant(session, tenancy, name="Ceri Bowen")
    builders.save_contact_point(session, person, "+447700900123")
    builders.save_account(session, tenancy)
    return patch, tenancy


def found(session, typed, patch, role=Role.OFFICER):
    return search_tenancies(session, officer=builders.an_officer(role, patches=[patch]), typed=typed).hits


@pytest.mark.parametrize("typed", ["Ceri", "BOWEN", "bowen ceri", "ll57 1aa", "07700 900123", "station", "Station Road LL57"])
def test_a_tenancy_is_found_by(session, ceri, typed):
    patch, _ = ceri

    hit = found(session, typed, patch)[0]

    assert hit.names == ("Ceri Bowen",)
    assert hit.address.endswith("Station Road, LL57 1AA")


@pytest.mark.parametrize("typed", ["owen", "%", "__", "%%%", "07700 900124", "LL57 1AB", "Ceri Jones", "' OR 1=1"])
def test_a_tenancy_is_not_found_by(session, ceri, typed):
    patch, _ = ceri

    try:
        hits = found(session, typed, patch)
    except UnableToSearch:
        hits = ()

    assert hits == ()


def test_off_the_patch_only_the_reference_and_the_patch_are_told(session, ceri):
    elsewhere = builders.save_patch(session)

    (hit,) = found(session, "Ceri Bowen", elsewhere)

    assert hit.needs_reason
    assert (hit.names, hit.address, hit.has_ended) == ((), "", False)
    assert hit.reference.startswith("T")


def test_a_team_leader_sees_every_patch(session, ceri):
    elsewhere = builders.save_patch(session)

    (hit,) = found(session, "Ceri Bowen", elsewhere, Role.TEAM_LEADER)

    assert hit.names == ("Ceri Bowen",)


def test_an_auditor_sees_initials_and_a_postcode_district(session, ceri):
    patch, _ = ceri

    (hit,) = found(session, "LL57 1AA", patch, Role.AUDITOR)

    assert hit.names == ("C••• B•••",)
    assert hit.address == "•••, LL57 •••"


@pytest.mark.parametrize("typed", ["Ceri", "07700 900123"])
def test_an_auditor_cannot_guess_a_name_or_a_number(session, ceri, typed):
    patch, _ = ceri

    assert found(session, typed, patch, Role.AUDITOR) == ()


def test_an_administrator_finds_nothing_at_all(session, ceri):
    patch, _ = ceri

    with pytest.raises(UnableToSearch):
        found(session, "Ceri", patch, Role.ADMIN)


def test_ones_own_patch_comes_first_and_a_long_list_is_cut(session, ceri):
    patch, _ = ceri
    other = builders.save_patch(session)
    for _ in range(FOUND_MAX + 5):
        builders.save_tenant(session, builders.save_tenancy(session, patch_id=other), name="Ceri Hughes")

    hits = search_tenancies(session, officer=builders.an_officer(patches=[patch]), typed="ceri")

    assert hits.more
    assert len(hits.hits) == FOUND_MAX
    assert [hit.needs_reason for hit in hits.hits[:2]] == [False, True]
