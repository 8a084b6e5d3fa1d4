from datetime import timedelta

import pytest

from rent.domain.identity import SessionKind, SessionTimes
from tests.builders import NOW

TENANT, OFFICER = SessionKind.TENANT, SessionKind.OFFICER
A_SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("kind", "age", "idle", "live"),
    [
        pytest.param(TENANT, timedelta(0), timedelta(0), True, id="a tenant's new session"),
        pytest.param(TENANT, timedelta(hours=1), timedelta(minutes=15) - A_SECOND, True, id="a tenant who reads for almost 15 minutes"),
        pytest.param(TENANT, timedelta(hours=1), timedelta(minutes=15), False, id="a tenant who was away for 15"),
        pytest.param(TENANT, timedelta(hours=8) - A_SECOND, A_SECOND, True, id="a tenant almost 8 hours in"),
        pytest.param(TENANT, timedelta(hours=8), A_SECOND, False, id="a tenant after 8 hours, busy or not"),
        pytest.param(OFFICER, timedelta(hours=1), timedelta(minutes=30) - A_SECOND, True, id="an officer away for almost 30 minutes"),
        pytest.param(OFFICER, timedelta(hours=1), timedelta(minutes=30), False, id="an officer away for 30"),
        pytest.param(OFFICER, timedelta(hours=12), A_SECOND, False, id="an officer after 12 hours"),
    ],
)
def test_how_long_a_session_lives(kind, age, idle, live):
    assert SessionTimes(kind, NOW - age, NOW - idle, ended_at=None).is_live(NOW) is live


@pytest.mark.parametrize("kind", SessionKind)
def test_an_ended_session_opens_nothing(kind):
    assert not SessionTimes(kind, NOW, NOW, ended_at=NOW).is_live(NOW)
