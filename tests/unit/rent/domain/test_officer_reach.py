from itertools import product

import pytest

from rent.domain.officer import Action, Reach, Role, may, may_reach, reach_of
from tests.builders import an_officer

OWN, OTHER = 1, 2
# Own patch, another patch, another patch with a reason.
MATRIX = {
    (Role.OFFICER, Action.SEE_TENANCY): (True, False, True),
    (Role.OFFICER, Action.SEND_TEXT): (True, False, True),
    (Role.OFFICER, Action.ISSUE_SIGN_IN_CODE): (True, False, False),
    (Role.OFFICER, Action.REPLAY_REJECTED): (False, False, False),
    (Role.OFFICER, Action.MANAGE_OFFICERS): (False, False, False),
    (Role.SENIOR, Action.SEE_TENANCY): (True, False, True),
    (Role.SENIOR, Action.ISSUE_SIGN_IN_CODE): (True, False, False),
    (Role.TEAM_LEADER, Action.SEE_TENANCY): (True, True, True),
    (Role.TEAM_LEADER, Action.SEND_TEXT): (True, True, True),
    (Role.TEAM_LEADER, Action.MANAGE_OFFICERS): (False, False, False),
    (Role.ADMIN, Action.SEE_TENANCY): (False, False, False),
    (Role.ADMIN, Action.SEARCH): (False, False, False),
    (Role.ADMIN, Action.SEND_TEXT): (False, False, False),
    (Role.ADMIN, Action.MANAGE_OFFICERS): (True, True, True),
    (Role.AUDITOR, Action.SEE_TENANCY): (True, True, True),
    (Role.AUDITOR, Action.SEE_AUDIT): (True, True, True),
    (Role.AUDITOR, Action.SEND_TEXT): (False, False, False),
    (Role.AUDITOR, Action.ISSUE_SIGN_IN_CODE): (False, False, False),
}


@pytest.mark.parametrize(("role", "action"), MATRIX, ids="-".join)
def test_who_may_do_what_and_where(role, action):
    officer = an_officer(role, patches=[OWN])

    reached = tuple(
        may_reach(officer, action, patch, reason=reason) for patch, reason in [(OWN, ""), (OTHER, ""), (OTHER, "covering for Bev")]
    )

    assert reached == MATRIX[role, action]


@pytest.mark.parametrize(("role", "action"), list(product(Role, Action)), ids="-".join)
def test_what_nobody_listed_is_denied_even_with_a_reason(role, action):
    reached = may_reach(an_officer(role, patches=[OWN, OTHER]), action, OWN, reason="please")

    assert reached is may(role, action) is (reach_of(role, action) is not Reach.NONE)


@pytest.mark.parametrize("blank", ["", " ", "\n\t"])
def test_a_blank_is_no_reason(blank):
    assert not may_reach(an_officer(patches=[OWN]), Action.SEE_TENANCY, OTHER, reason=blank)


def test_an_auditor_reads_with_names_masked():
    assert reach_of(Role.AUDITOR, Action.SEE_TENANCY) is Reach.ALL_MASKED
