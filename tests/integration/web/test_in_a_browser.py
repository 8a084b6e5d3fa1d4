"""The frame around every page, as a person meets it."""

import subprocess
from contextlib import ExitStack

import pytest
from playwright.sync_api import expect

from tests.integration.web.browser import axe_source, chromium, visiting
from tests.integration.web.running import free_port, running
from web.serving import command, environment

pytestmark = pytest.mark.browser

# The page both doors have and nobody signs in for: what it shows, every page shows.
FRAME = "/problem/"
# What the router does for a link of its own, and for the back button.
GO = "path => { history.pushState({}, '', path); dispatchEvent(new PopStateEvent('popstate')) }"
PAGES = [("officer_console", FRAME), *(("portal", f"{locale}{FRAME}") for locale in ("", "/cy", "/ar"))]


@pytest.fixture(scope="module")
def browser():
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="module")
def axe(tmp_path_factory):
    return axe_source(tmp_path_factory.mktemp("axe"))


@pytest.mark.parametrize(("door", "path"), PAGES)
def test_a_page_breaks_no_policy_and_puts_up_no_barrier(browser, axe, request, door, path):
    origin = request.getfixturevalue(door)

    with visiting(browser, f"{origin}{path}") as visit:
        assert visit.complaints == []
        assert visit.barriers(axe) == []


@pytest.mark.parametrize(("door", "path"), PAGES)
def test_a_page_fits_a_narrow_window(browser, request, door, path):
    origin = request.getfixturevalue(door)

    with visiting(browser, f"{origin}{path}", width=320) as visit:
        assert visit.overflow() == 0


def test_an_unknown_page_puts_up_no_barrier_either(browser, axe, portal):
    with visiting(browser, f"{portal}/nowhere") as visit:
        assert visit.page.locator("h1").inner_text() == "Page not found"
        assert visit.barriers(axe) == []


def test_the_first_visit_is_light(browser, portal):
    with visiting(browser, f"{portal}{FRAME}") as visit:
        assert visit.weight("script") <= 165_000
        assert visit.weight("stylesheet") <= 25_000
        assert len(visit.fetched) <= 18


def test_the_socket_goes_where_the_page_came_from(browser, portal):
    with visiting(browser, f"{portal}{FRAME}") as visit:
        assert {socket.rstrip("/") for socket in visit.sockets} == {portal.replace("http", "ws", 1) + "/_event"}


@pytest.mark.usefixtures("portal")
def test_the_same_build_serves_https_on_any_port(browser, tmp_path, empty_house):
    key, certificate, port = tmp_path / "key.pem", tmp_path / "certificate.pem", free_port()
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days", "2"]
    subprocess.run([*make, "-subj", "/CN=127.0.0.1"], check=True, capture_output=True)
    secured = [*command("portal", port), "--ssl-keyfile", str(key), "--ssl-certificate", str(certificate)]
    origin = f"https://127.0.0.1:{port}"

    surroundings = {**environment("portal", origins=(origin,)), "DATABASE_URL": empty_house}

    with running(secured, surroundings, origin), visiting(browser, f"{origin}{FRAME}") as visit:
        response = visit.page.goto(f"{origin}/cy{FRAME}")

        assert {socket.rstrip("/") for socket in visit.sockets} == {f"wss://127.0.0.1:{port}/_event"}
        assert visit.complaints == []
        assert response.headers["strict-transport-security"].startswith("max-age=31536000")


def test_the_skip_link_skips(browser, portal):
    with visiting(browser, f"{portal}{FRAME}") as visit:
        visit.page.keyboard.press("Tab")
        visit.page.keyboard.press("Enter")

        assert visit.focused() == "main#main-content"


def test_focus_moves_to_the_heading_of_the_next_page(browser, portal):
    with visiting(browser, f"{portal}{FRAME}") as visit:
        visit.page.evaluate(GO, f"/cy{FRAME}")
        visit.page.wait_for_url(f"{portal}/cy{FRAME}")

        expect(visit.page.locator("h1")).to_be_focused()


def test_a_page_the_router_does_not_know_is_asked_of_the_server(browser, portal):
    with visiting(browser, f"{portal}{FRAME}") as visit:
        with visit.page.expect_event("load"), visit.page.expect_response(f"{portal}/nowhere") as answered:
            visit.page.evaluate(GO, "/nowhere")

        assert answered.value.status == 404


def test_words_are_in_another_language_and_run_the_other_way(browser, portal):
    with visiting(browser, f"{portal}{FRAME}") as visit:
        visit.page.get_by_role("link", name="العربية").click()
        visit.page.wait_for_url(f"{portal}/ar{FRAME}")

        assert visit.page.locator("html").get_attribute("dir") == "rtl"


@pytest.mark.usefixtures("portal")
def test_losing_the_server_is_said_aloud(browser, empty_house):
    port, stack = free_port(), ExitStack()
    origin = f"http://127.0.0.1:{port}"

    surroundings = {**environment("portal", origins=(origin,)), "DATABASE_URL": empty_house}

    with running(command("portal", port), surroundings, origin):
        held = stack.enter_context(visiting(browser, f"{origin}{FRAME}"))
        assert held.page.get_by_role("status").inner_text() == ""

    held.page.get_by_text("You are not connected").wait_for()
    assert "You are not connected" in held.page.get_by_role("status").inner_text()
    stack.close()


def test_shift_pressed_three_times_leaves_the_page(browser, portal):
    with visiting(browser, f"{portal}{FRAME}") as visit:
        visit.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<a class=\"ek-exit\" href=\"/exit\">Exit</a>')")
        with visit.page.expect_request(f"{portal}/exit") as left:
            for _ in range(3):
                visit.page.keyboard.press("Shift")

        assert left.value.is_navigation_request()
