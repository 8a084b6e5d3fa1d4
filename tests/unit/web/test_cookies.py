import pytest
from starlette.responses import Response

from web.cookies import Cookie


def attributes(cookie, *, forget=False):
    response = Response()
    cookie.forget(response) if forget else cookie.set(response, "secret")
    name, *said = response.headers["set-cookie"].split("; ")
    return name.split("=")[0], {part.lower() for part in said}


@pytest.mark.parametrize(
    ("cookie", "name", "said"),
    [
        pytest.param(Cookie("tenant", https=True), "__Host-tenant", {"secure", "httponly", "path=/", "samesite=lax"}, id="over https"),
        pytest.param(Cookie("tenant", https=False), "tenant", {"httponly", "path=/", "samesite=lax"}, id="on one's own machine"),
        pytest.param(
            Cookie("officer", https=True, same_site="strict"),
            "__Host-officer",
            {"secure", "httponly", "path=/", "samesite=strict"},
            id="for officers",
        ),
    ],
)
def test_a_cookie(cookie, name, said):
    assert attributes(cookie) == (name, said)


def test_a_cookie_is_dropped_with_the_attributes_it_was_set_with():
    name, said = attributes(Cookie("tenant", https=True), forget=True)

    assert name == "__Host-tenant"
    assert {"secure", "httponly", "path=/", "samesite=lax", "max-age=0"} <= said
