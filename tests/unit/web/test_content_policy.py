"""What may run, where forms may end, and what may be kept."""

import pytest

from web.headers import Strictness, cache_control, hashes_by_path, policy, script_hashes

OURS = Strictness(origins=("https://rent.example",), forms_may_reach=("https://checkout.example",))


def test_each_inline_script_is_named_by_its_hash_and_a_linked_one_is_not():
    page = '<script>alert(1)</script><script src="/a.js"></script><script type="module">x</script><script>alert(1)</script>'

    assert script_hashes(page) == (
        "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='",
        "'sha256-LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE='",
    )


def test_hashes_are_found_by_the_path_a_page_is_asked_for_at(tmp_path):
    for page in ("index.html", "cy/index.html", "cy.html", "pay/index.html", "404.html"):
        (tmp_path / page).parent.mkdir(exist_ok=True)
        (tmp_path / page).write_text("<script>1</script>")

    assert set(hashes_by_path(tmp_path)) == {"", "/cy", "/pay", "404"}


def test_nothing_inline_runs_and_forms_end_only_here_or_at_the_checkout():
    directives = dict(part.strip().split(" ", 1) for part in policy(["'sha256-x'"], OURS).split(";"))

    assert directives["script-src"] == "'self' 'sha256-x'"
    assert directives["form-action"] == "'self' https://checkout.example"
    assert directives["connect-src"] == "'self' wss://rent.example"
    assert directives["frame-ancestors"] == "'none'"


@pytest.mark.parametrize(
    ("origins", "https"),
    [(("https://a.example",), True), (("http://localhost:8000",), False), (("https://a.example", "http://b.example"), False)],
)
def test_tls_is_promised_only_where_all_is_tls(origins, https):
    assert Strictness(origins).https is https


@pytest.mark.parametrize(
    ("path", "query", "status", "kind", "kept"),
    [
        pytest.param("/assets/a-x1.js", b"", 200, "text/javascript", True, id="a script named by its content"),
        pytest.param("/govuk-frontend-6.6.0.min.css", b"", 200, "text/css", True, id="a style sheet named by its version"),
        pytest.param("/evenkeel.css", b"v=1a", 200, "text/css", True, id="a style sheet asked for by its content"),
        pytest.param("/evenkeel.css", b"", 200, "text/css", False, id="the same without"),
        pytest.param("/assets/gone.js", b"", 404, "text/html", False, id="a script that is gone"),
        pytest.param("/pay", b"v=1", 200, "text/html; charset=utf-8", False, id="a page, whatever it is asked with"),
        pytest.param("/", b"", 200, "text/html", False, id="a page"),
    ],
)
def test_only_what_is_named_by_its_content_is_kept(path, query, status, kind, kept):
    assert ("immutable" in cache_control(path, query, status, kind)) is kept
    assert (cache_control(path, query, status, kind) == "no-store") is not kept
