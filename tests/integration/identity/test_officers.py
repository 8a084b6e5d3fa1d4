from datetime import timedelta

import pytest
from argon2 import PasswordHasher

from rent.domain.officer import Role
from rent.store import officers, sessions
from rent.store.access import NoSuchRecord
from rent.usecases.officers.assign_patches import UnableToAssign, assign_patches
from rent.usecases.officers.check_password import check_password
from rent.usecases.officers.create_officer import UnableToCreateOfficer, create_officer
from rent.usecases.officers.disable_officer import disable_officer
from rent.usecases.officers.find_credentials import find_credentials
from rent.usecases.officers.find_session import find_officer_session
from rent.usecases.officers.open_session import Proved, open_session
from rent.usecases.officers.sign_in import sign_in_officer
from tests.integration.identity.people import ADDRESS, HASHES, NOW, PASSWORD, an_officer_at_work, minutes

HALF_A_MINUTE = timedelta(seconds=30)


def signs_in(session, email, code, *, password=PASSWORD, at=NOW, address=ADDRESS):
    checked = check_password(find_credentials(session, email=email), password)
    return sign_in_officer(session, email=email, checked=checked, code=code, address=address, hashes=HASHES, now=at)


def test_a_password_and_a_code_let_an_officer_in(session):
    officer, email, authenticator = an_officer_at_work(session)

    token = signs_in(session, email.upper(), authenticator.at(NOW))

    found = find_officer_session(session, row_key=sessions.row_key_of(session, token), now=NOW)
    assert found.officer == officer


def test_a_code_lets_nobody_in_twice(session):
    _, email, authenticator = an_officer_at_work(session)
    code = authenticator.at(NOW)
    signs_in(session, email, code)

    again = signs_in(session, email, code, at=NOW + timedelta(seconds=5))
    older = signs_in(session, email, authenticator.at(NOW - HALF_A_MINUTE), at=NOW + timedelta(seconds=6))
    newer = signs_in(session, email, authenticator.at(NOW + HALF_A_MINUTE), at=NOW + HALF_A_MINUTE)

    assert (again, older) == (None, None)
    assert newer is not None


def test_a_code_that_is_no_number_is_refused_like_any_other_and_costs_a_try(session):
    _, email, authenticator = an_officer_at_work(session)

    refused = [signs_in(session, email, "12345é", at=NOW) for _ in range(10)]
    locked_out = signs_in(session, email, authenticator.at(NOW))

    assert refused == [None] * 10
    assert locked_out is None


@pytest.mark.parametrize(
    ("away", "lets_in"),
    [
        pytest.param(-2, False, id="a minute slow"),
        pytest.param(-1, True, id="half a minute slow"),
        pytest.param(1, True, id="half a minute fast"),
        pytest.param(2, False, id="a minute fast"),
    ],
)
def test_a_clock_may_be(session, away, lets_in):
    _, email, authenticator = an_officer_at_work(session)

    token = signs_in(session, email, authenticator.at(NOW + away * HALF_A_MINUTE))

    assert (token is not None) is lets_in


def test_a_wrong_password_does_not_use_the_code_up(session):
    _, email, authenticator = an_officer_at_work(session)

    refused = signs_in(session, email, authenticator.at(NOW), password="three herons by the weir")

    assert refused is None
    assert signs_in(session, email, authenticator.at(NOW)) is not None


def test_nobody_gets_in_by_an_address_that_is_not_there(session):
    _, _, authenticator = an_officer_at_work(session)

    assert signs_in(session, "nobody@landlord.example", authenticator.at(NOW)) is None


def test_ten_failures_lock_an_officer_out_for_fifteen_minutes(session):
    _, email, authenticator = an_officer_at_work(session)
    for _ in range(10):
        sign_in_officer(session, email=email, checked=check_password(None, ""), code="000000", address=ADDRESS, hashes=HASHES, now=NOW)

    locked = signs_in(session, email, authenticator.at(NOW + minutes(1)), at=NOW + minutes(1))
    later = signs_in(session, email, authenticator.at(NOW + minutes(15)), at=NOW + minutes(15))

    assert locked is None
    assert later is not None


def test_an_officer_who_left_is_out_at_once_and_stays_out(session):
    officer, email, authenticator = an_officer_at_work(session)
    admin, _, _ = an_officer_at_work(session, role=Role.ADMIN)
    row_key = sessions.row_key_of(session, signs_in(session, email, authenticator.at(NOW)))

    disable_officer(session, by=admin, officer_id=officer.id, now=NOW)

    assert find_officer_session(session, row_key=row_key, now=NOW) is None
    assert signs_in(session, email, authenticator.at(NOW + minutes(1)), at=NOW + minutes(1)) is None


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
def test_only_an_administrator_manages_officers(session, role):
    officer, _, _ = an_officer_at_work(session)
    other, _, _ = an_officer_at_work(session, role=role)

    with pytest.raises(NoSuchRecord):
        disable_officer(session, by=other, officer_id=officer.id, now=NOW)
    with pytest.raises(NoSuchRecord):
        assign_patches(session, by=other, officer_id=officer.id, patches=())


def test_an_unknown_patch_is_refused(session):
    officer, _, _ = an_officer_at_work(session)
    admin, _, _ = an_officer_at_work(session, role=Role.ADMIN)

    with pytest.raises(UnableToAssign, match="no patch NOWHERE"):
        assign_patches(session, by=admin, officer_id=officer.id, patches=("NOWHERE",))


def test_a_hash_made_with_weaker_parameters_is_made_anew(session):
    officer, email, authenticator = an_officer_at_work(session)
    officers.set_password_hash(session, officer.id, PasswordHasher(time_cost=1, memory_cost=8 * 1024, parallelism=1).hash(PASSWORD))
    before = officers.credentials_of(session, email).password_hash

    signs_in(session, email, authenticator.at(NOW))

    after = officers.credentials_of(session, email).password_hash
    assert before != after
    assert "m=65536,t=3" in after


def test_another_way_of_signing_in_must_prove_a_second_factor(session):
    _, email, _ = an_officer_at_work(session)

    assert open_session(session, proof=Proved(email, mfa_proven=False), now=NOW) is None
    assert open_session(session, proof=Proved("nobody@landlord.example", mfa_proven=True), now=NOW) is None


@pytest.mark.parametrize(
    ("said", "why"),
    [
        pytest.param({"password": "short"}, "too short", id="the password is short"),
        pytest.param({"patches": ("NOWHERE",)}, "no patch NOWHERE", id="there is no such patch"),
        pytest.param({"email": "Taken@landlord.example"}, "taken", id="the address is taken"),
    ],
)
def test_an_officer_is_not_taken_on_when(session, said, why):
    fine = {"email": "new@landlord.example", "name": "Bev", "role": Role.OFFICER, "password": PASSWORD, "patches": (), "issuer": "Afon"}
    create_officer(session, **fine | {"email": "taken@landlord.example"})

    with pytest.raises(UnableToCreateOfficer, match=why):
        create_officer(session, **fine | said)
