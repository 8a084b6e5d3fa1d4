"""The address of the server in a built script becomes the page's own."""

import pytest

from web.build import PageOriginPlugin, SentinelLeftBehind, follow_the_page

ORIGIN = "(typeof location>`u`?`http://localhost`:location.origin)"


@pytest.mark.parametrize("quote", ['"', "'", "`"])
def test_a_socket_address_follows_the_page(quote):
    built = f"EVENT:{quote}ws://page-origin.invalid/_event{quote},T:1"

    assert follow_the_page(built) == f"EVENT:({ORIGIN}.replace(/^http/,`ws`)+`/_event`),T:1"


def test_an_ordinary_address_follows_the_page():
    assert follow_the_page('PING:"http://page-origin.invalid/ping"') == f"PING:({ORIGIN}+`/ping`)"


def test_every_script_with_the_sentinel_is_rewritten(tmp_path):
    script, other = tmp_path / "a.js", tmp_path / "b.js"
    script.write_text('x="ws://page-origin.invalid/_event"')
    other.write_text("y=1")

    PageOriginPlugin().post_build(static_dir=tmp_path)

    assert "page-origin.invalid" not in script.read_text()
    assert other.read_text() == "y=1"


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("y=1", id="nobody names the server"),
        pytest.param("x=/page-origin.invalid/", id="it is named in a way we do not know"),
    ],
)
def test_a_build_that_would_not_connect_is_refused(tmp_path, script):
    (tmp_path / "a.js").write_text(script)

    with pytest.raises(SentinelLeftBehind):
        PageOriginPlugin().post_build(static_dir=tmp_path)
