"""Who gets a socket, and what they can do with it, tried with a client that obeys no page."""

import asyncio
import uuid
from contextlib import AsyncExitStack, suppress

import httpx
import pytest
import socketio

from tests.integration.web.tab import tab
from web.socket_guard import tab_key

Refused = socketio.exceptions.ConnectionError


def sign_in(door: str, caller: str = "TENANT", name: str = "Ada") -> str:
    return httpx.post(f"{door}/test/sign-in", params={"caller": caller, "name": name}).raise_for_status().text


def sign_out(door: str, secret: str) -> None:
    httpx.post(f"{door}/test/sign-out", params={"secret": secret}).raise_for_status()


@pytest.mark.parametrize(
    "origin",
    [
        pytest.param("https://evil.example", id="another site"),
        pytest.param("null", id="a page without an origin"),
        pytest.param("http://127.0.0.1", id="our host on another port"),
        pytest.param("", id="no origin at all"),
    ],
)
def test_a_socket_from_elsewhere_is_refused(guarded_door, origin):
    async def attempt():
        async with tab(guarded_door, sends_origin=origin):
            pass

    with pytest.raises(Refused):
        asyncio.run(attempt())


def test_a_socket_with_a_token_no_page_would_make_is_refused(guarded_door):
    async def attempt():
        async with tab(guarded_door, token="a"):
            pass

    with pytest.raises(Refused):
        asyncio.run(attempt())


def test_our_own_page_may_raise_a_public_event(guarded_door):
    async def attempt():
        async with tab(guarded_door) as mine:
            await mine.call("greet")
            return await mine.told("hello")

    assert asyncio.run(attempt())


@pytest.mark.parametrize("handler", ["forgotten", "helper", "open_account", "write_off", "setvar"])
def test_a_stranger_is_sent_to_sign_in_and_nothing_runs(guarded_door, handler):
    async def attempt():
        async with tab(guarded_door) as mine:
            await mine.call(handler, {"var_name": "shown", "value": "mine"} if handler == "setvar" else {})
            await mine.told("/sign-in")
            return await mine.settled()

    said = asyncio.run(attempt())

    assert "nobody said who may" not in said
    assert "not even an event" not in said
    assert "written off" not in said
    assert "'mine'" not in said


@pytest.mark.parametrize(
    ("caller", "name", "handler", "told"),
    [
        pytest.param("TENANT", "Ada", "open_account", "the account of Ada", id="a tenant opens their account"),
        pytest.param("TENANT", "Ada", "write_off", "/404", id="a tenant cannot do an officer's work"),
        pytest.param("TENANT", "Ada", "forgotten", "/404", id="an unmarked handler is refused to all"),
        pytest.param("OFFICER", "Senior", "open_account", "/404", id="an officer is no tenant"),
        pytest.param("OFFICER", "Senior", "write_off", "written off", id="an officer who may, does"),
        pytest.param("OFFICER", "Junior", "write_off", "/404", id="an officer who may not, finds nothing"),
    ],
)
def test_a_marker_decides_who_is_served(guarded_door, caller, name, handler, told):
    async def attempt():
        async with tab(guarded_door, secret=sign_in(guarded_door, caller, name)) as mine:
            await mine.call(handler)
            return await mine.told(told)

    assert asyncio.run(attempt())


def test_what_a_page_loads_is_guarded_too(guarded_door):
    async def attempt():
        async with tab(guarded_door, path="/account") as stranger:
            await stranger.told("/sign-in")
            return await stranger.settled()

    assert "the account of" not in asyncio.run(attempt())


def test_refusals_speak_the_language_of_the_page(guarded_door):
    async def attempt():
        async with tab(guarded_door, path="/cy/account") as stranger:
            await stranger.call("open_account")
            return await stranger.told("/cy/sign-in")

    assert asyncio.run(attempt())


def test_signing_out_is_felt_by_the_very_next_event_and_empties_the_tab(guarded_door):
    async def attempt():
        secret = sign_in(guarded_door)
        async with tab(guarded_door, secret=secret) as mine:
            await mine.call("open_account")
            await mine.told("the account of Ada")
            sign_out(guarded_door, secret)
            mine.forget()
            await mine.call("open_account")
            await mine.told("/sign-in")
            return await mine.settled()

    said = asyncio.run(attempt())

    assert "the account of Ada" not in said
    assert "'shown_rx_state_': ''" in said


def test_a_stolen_tab_token_opens_nothing(guarded_door):
    async def attempt():
        token = str(uuid.uuid4())
        async with tab(guarded_door, secret=sign_in(guarded_door), token=token) as mine:
            await mine.call("open_account")
            await mine.told("the account of Ada")
        async with tab(guarded_door, token=token) as thief:
            nobody = await thief.settled()
        async with tab(guarded_door, secret=sign_in(guarded_door, name="Eve"), token=token) as thief:
            somebody = await thief.settled()
        return nobody + somebody

    assert "Ada" not in asyncio.run(attempt())


def test_a_tab_left_open_when_the_session_ended_comes_back_empty(guarded_door):
    async def attempt():
        token, secret = str(uuid.uuid4()), sign_in(guarded_door)
        async with tab(guarded_door, secret=secret, token=token) as mine:
            await mine.call("open_account")
            await mine.told("the account of Ada")
        sign_out(guarded_door, secret)
        async with tab(guarded_door, secret=secret, token=token) as again:
            return await again.settled()

    assert "Ada" not in asyncio.run(attempt())


def test_the_key_of_a_tabs_state_opens_nothing_either(guarded_door):
    async def attempt():
        token, secret = str(uuid.uuid4()), sign_in(guarded_door)
        async with tab(guarded_door, secret=secret, token=token) as mine:
            await mine.call("open_account")
            await mine.told("the account of Ada")
        async with tab(guarded_door, token=tab_key(secret.removeprefix("secret-"), token)) as thief:
            return await thief.settled()

    assert "Ada" not in asyncio.run(attempt())


def test_the_browser_is_told_nothing_of_its_cookie_or_address(guarded_door):
    async def attempt():
        secret = sign_in(guarded_door)
        async with tab(guarded_door, secret=secret) as mine:
            return secret, await mine.settled()

    secret, said = asyncio.run(attempt())

    assert secret not in said
    assert secret.removeprefix("secret-") not in said
    assert "127.0.0.1'" not in said
    assert "python" not in said.lower()


def test_an_oversize_frame_ends_the_socket(guarded_door):
    async def attempt():
        async with tab(guarded_door) as mine:
            await mine.call("greet", {"filling": "x" * 5000})
            await asyncio.wait_for(mine.gone.wait(), 5)
            return repr(mine.updates)

    assert "hello" not in asyncio.run(attempt())


def test_a_flood_of_events_ends_the_socket(guarded_door):
    async def attempt():
        async with tab(guarded_door) as mine:
            for _ in range(60):
                await mine.call("greet")
            await asyncio.wait_for(mine.gone.wait(), 5)
            return mine.gone.is_set()

    assert asyncio.run(attempt())


def test_one_address_cannot_open_sockets_without_end(guarded_door):
    async def attempt():
        async with AsyncExitStack() as held:
            opened = 0
            with suppress(Refused):
                while opened < 20:
                    await held.enter_async_context(tab(guarded_door))
                    opened += 1
        return opened

    assert 0 < asyncio.run(attempt()) <= 8


def test_a_failing_handler_says_sorry_and_not_why(guarded_door):
    async def attempt():
        async with tab(guarded_door) as mine:
            await mine.call("fall_over")
            await mine.told("/problem")
            return await mine.settled()

    assert "on purpose" not in asyncio.run(attempt())
