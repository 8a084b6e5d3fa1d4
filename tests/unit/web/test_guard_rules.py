"""The small rules the guards are made of."""

import uuid

import pytest

from web.address import address_of
from web.limits import Rate
from web.markers import Caller, Marker, marker_of, officer, public, tenant
from web.pace import Pace
from web.socket_guard import cookie_value, tab_key

TOKEN = "5f3bd1d6-0f0f-4c3f-9a57-0d5c7f3d9a11"


@pytest.mark.parametrize(
    ("forwarded", "hops", "address"),
    [
        pytest.param("", 0, "10.0.0.9", id="nobody in between"),
        pytest.param("6.6.6.6", 0, "10.0.0.9", id="a header is not believed without a proxy of ours"),
        pytest.param("6.6.6.6, 81.2.69.142", 1, "81.2.69.142", id="one proxy: the last address, not the invented one"),
        pytest.param("6.6.6.6, 81.2.69.142, 10.0.0.1", 2, "81.2.69.142", id="two proxies"),
        pytest.param("", 1, "10.0.0.9", id="our proxy said nothing"),
    ],
)
def test_an_address_is_believed_only_from_our_own_proxies(forwarded, hops, address):
    scope = {"client": ("10.0.0.9", 1234), "headers": [(b"x-forwarded-for", forwarded.encode())]}

    assert address_of(scope, hops) == address


def test_a_burst_is_allowed_and_then_only_the_pace():
    pace = Pace(per_second=2, burst=3)

    assert [pace.allows(100.0) for _ in range(4)] == [True, True, True, False]
    assert [pace.allows(100.5), pace.allows(100.6)] == [True, False]


@pytest.mark.parametrize(
    ("cookies", "value"),
    [("__Host-tenant=abc", "abc"), ("a=1; __Host-tenant=abc; b=2", "abc"), ("a=1", ""), ("", ""), ("\x00;;=", "")],
)
def test_one_cookie_is_found_among_others(cookies, value):
    assert cookie_value(cookies, "__Host-tenant") == value


def test_the_same_tab_is_kept_apart_for_each_session():
    keys = {tab_key("", TOKEN), tab_key("row 1", TOKEN), tab_key("row 2", TOKEN), TOKEN}

    assert len(keys) == 4
    assert tab_key("row 1", TOKEN) == tab_key("row 1", TOKEN)
    assert uuid.UUID(tab_key("row 1", TOKEN))


def test_a_handler_carries_its_marker_and_is_not_otherwise_changed():
    def handler():
        return "done"

    assert marker_of(handler) is None
    assert officer("write_off")(handler) is handler
    assert marker_of(handler) == Marker(Caller.OFFICER, "write_off")
    assert marker_of(public(handler)) == Marker(Caller.PUBLIC)
    assert marker_of(tenant(handler)) == Marker(Caller.TENANT)


@pytest.mark.parametrize("path", ["/statement.pdf", "/cy/statement.pdf", "/ar/statement.csv"])
def test_a_limit_holds_in_every_language(path):
    assert Rate("/statement.", "30/minute", ("GET",)).covers("GET", path)
