from datetime import timedelta

import pytest

from rent.domain.tenancy import NumberStatus
from tests.builders import TODAY, a_contact_point


@pytest.mark.parametrize(
    ("said", "may"),
    [
        pytest.param({}, True, id="confirmed"),
        pytest.param({"status": NumberStatus.HELD}, True, id="held on file"),
        pytest.param({"is_safe": False}, False, id="somebody else may read it"),
        pytest.param({"opted_out": True}, False, id="said STOP"),
        pytest.param({"status": NumberStatus.WRONG_PERSON}, False, id="belongs to a stranger"),
        pytest.param({"status": NumberStatus.UNREACHABLE}, False, id="does not answer"),
        pytest.param({"usable_from": TODAY}, True, id="new, and waited for long enough"),
        pytest.param({"usable_from": TODAY + timedelta(days=1)}, False, id="new, and still waiting"),
    ],
)
def test_where_anything_may_be_sent(said, may):
    assert a_contact_point(**said).may_receive(TODAY) is may
