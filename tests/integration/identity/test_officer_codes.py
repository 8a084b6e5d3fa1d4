from datetime import timedelta

import pytest

from rent.domain.officer import Role
from rent.domain.tenancy import NumberStatus
from rent.store import timeline
from rent.store.access import NoSuchRecord
from rent.usecases.people.issue_code_by_officer import issue_code_by_officer
from tests.builders import save_patch, save_tenancy
from tests.integration.identity.people import (
    HASHES,
    NOW,
    TODAY,
    a_tenant,
    an_officer_at_work,
    another,
    asks,
    code_on,
    minutes,
    patch_with_tenant,
    public_id_of,
    tries_code,
)


def issue(session, officer, tenant, *, at=NOW):
    public_id = public_id_of(session, tenant.tenancy_id)
    facts = {"hashes": HASHES, "now": at, "today": at.date()}
    return issue_code_by_officer(session, officer=officer, public_id=public_id, person_id=tenant.person_id, **facts)


def test_somebody_with_no_phone_on_file_signs_in_with_a_code_an_officer_reads_out(session):
    patch = save_patch(session)
    tenant = a_tenant(session, tenancy_id=save_tenancy(session, patch_id=patch), contact={"status": NumberStatus.WRONG_PERSON})
    officer, _, _ = an_officer_at_work(session, patches=(patch,))
    code = issue(session, officer, tenant)

    browser = asks(session, tenant)

    assert tries_code(session, browser, code) is not None
    assert tries_code(session, asks(session, tenant), code) is None


def test_an_officers_code_is_the_way_through_for_the_locked_out(session):
    patch, tenant = patch_with_tenant(session)
    officer, _, _ = an_officer_at_work(session, patches=(patch,))
    for _ in range(10):
        asks(session, tenant, born_on=TODAY)

    browser = asks(session, tenant)

    assert tries_code(session, browser, issue(session, officer, tenant)) is not None


def test_an_officers_code_lasts_thirty_minutes(session):
    patch, tenant = patch_with_tenant(session)
    officer, _, _ = an_officer_at_work(session, patches=(patch,))
    code = issue(session, officer, tenant)

    late = tries_code(session, asks(session, tenant, at=NOW + minutes(30)), code, at=NOW + minutes(30))
    just = NOW + minutes(30) - timedelta(seconds=1)

    assert late is None
    assert tries_code(session, asks(session, tenant, at=just), code, at=just) is not None


def test_an_officers_code_is_dead_after_five_wrong_tries(session):
    patch, tenant = patch_with_tenant(session)
    officer, _, _ = an_officer_at_work(session, patches=(patch,))
    code = issue(session, officer, tenant)
    browser = asks(session, tenant)
    for _ in range(5):
        tries_code(session, browser, another(code))

    assert tries_code(session, asks(session, tenant), code) is None


def test_a_newer_code_takes_the_place_of_an_older(session):
    patch, tenant = patch_with_tenant(session)
    officer, _, _ = an_officer_at_work(session, patches=(patch,))
    older, newer = issue(session, officer, tenant), issue(session, officer, tenant)

    browser = asks(session, tenant)

    assert tries_code(session, browser, older) is None
    assert tries_code(session, browser, newer) is not None


def test_an_officers_code_opens_nothing_for_somebody_else(session):
    patch, tenant = patch_with_tenant(session)
    neighbour = a_tenant(session)
    officer, _, _ = an_officer_at_work(session, patches=(patch,))
    code = issue(session, officer, tenant)

    browser = asks(session, neighbour)

    assert code != code_on(session, neighbour)
    assert tries_code(session, browser, code) is None


@pytest.mark.parametrize(
    "role",
    [
        pytest.param(Role.OFFICER, id="an officer off their patch"),
        pytest.param(Role.SENIOR, id="a senior off their patch"),
        pytest.param(Role.ADMIN, id="an administrator, who sees no cases"),
        pytest.param(Role.AUDITOR, id="an auditor, who only reads"),
    ],
)
def test_no_code_can_be_given_by(session, role):
    _, tenant = patch_with_tenant(session)
    officer, _, _ = an_officer_at_work(session, role=role)

    with pytest.raises(NoSuchRecord):
        issue(session, officer, tenant)


def test_a_code_is_given_to_tenants_only(session):
    patch, tenant = patch_with_tenant(session)
    stranger = a_tenant(session)
    officer, _, _ = an_officer_at_work(session, patches=(patch,))
    public_id = public_id_of(session, tenant.tenancy_id)

    with pytest.raises(NoSuchRecord):
        issue_code_by_officer(
            session, officer=officer, public_id=public_id, person_id=stranger.person_id, hashes=HASHES, now=NOW, today=TODAY
        )


def test_giving_a_code_stands_on_the_timeline_without_the_code(session):
    patch, tenant = patch_with_tenant(session)
    officer, _, _ = an_officer_at_work(session, patches=(patch,))

    code = issue(session, officer, tenant)

    (line,) = timeline.of_tenancy(session, tenant.tenancy_id, limit=9)
    assert (line.happened, line.actor) == (timeline.Happened.SIGN_IN_CODE_ISSUED, f"officer:{officer.id}")
    assert code not in str(line)
