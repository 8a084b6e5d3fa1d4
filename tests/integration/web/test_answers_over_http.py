"""What every answer of the real doors carries, and whom they answer."""

import httpx
import pytest

PERSONAL = ["/", "/cy/", "/ar/", "/problem/", "/nowhere", "/ping"]


@pytest.fixture(params=["portal", "officer_console"])
def door(request):
    return request.getfixturevalue(request.param)


@pytest.mark.parametrize("path", PERSONAL)
def test_pages_are_never_kept_and_run_only_what_was_built(door, path):
    answer = httpx.get(f"{door}{path}")

    scripts = answer.headers["content-security-policy"].split("script-src")[1].split(";")[0]
    assert "unsafe" not in scripts
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"


def test_a_file_named_by_its_content_is_kept_for_ever(door):
    page = httpx.get(door).text
    script = page.split('rel="modulepreload" href="')[1].split('"')[0]

    answer = httpx.get(f"{door}{script}")

    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-encoding"] == "gzip"


@pytest.mark.parametrize("host", ["evil.example", "localhost", "127.0.0.1:1"])
def test_another_host_is_not_ours(door, host):
    answer = httpx.get(door, headers={"Host": host})

    assert answer.status_code == 421


@pytest.mark.parametrize("origin", ["https://evil.example", "null", ""])
def test_no_other_site_may_read_us(door, origin):
    answer = httpx.get(f"{door}/ping", headers={"Origin": origin} if origin else {})

    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("origin", ["https://evil.example", "null", ""])
def test_a_form_from_another_site_is_refused(door, origin):
    answer = httpx.post(f"{door}/anything", headers={"Origin": origin} if origin else {})

    assert answer.status_code == 403


def test_an_unknown_page_is_really_not_found(door):
    answer = httpx.get(f"{door}/nowhere")

    assert answer.status_code == 404
    assert "Page not found" in answer.text


@pytest.mark.parametrize(
    ("path", "opening"), [("/", '<html lang="en"'), ("/cy/", '<html lang="cy" dir="ltr"'), ("/ar/", '<html lang="ar" dir="rtl"')]
)
def test_each_page_names_its_language(portal, path, opening):
    answer = httpx.get(f"{portal}{path}")

    assert opening in answer.text


def test_an_address_that_asks_too_often_must_wait(guarded_door):
    own = {"Origin": guarded_door}

    answers = [httpx.post(f"{guarded_door}/code", headers=own).status_code for _ in range(4)]

    assert answers[:3] == [404, 404, 404] or 429 not in answers[:3]
    assert answers[3] == 429


def test_the_internals_of_reflex_are_not_served(door):
    answers = [httpx.get(f"{door}/{path}").status_code for path in ("_upload", "_all_routes", "auth-codespace", "env.json")]

    assert answers == [404, 404, 404, 404]
