"""
Nobody reaches a record that is not theirs: every handler and every route, tried by everybody.

Real doors on a real socket. The stand-ins are left out: they serve this machine only and are
never started beside a live key.
"""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

import httpx
import pytest
import socketio
from sqlalchemy import ColumnElement, select

from rent import runtime
from rent.store.tables.identity import sessions
from rent.store.tables.messages import outbox
from rent.store.tables.payments import payment_links, payments
from rent.store.tables.records import record_views
from tests.integration.authorisation import expected_handlers, expected_routes, registered
from tests.integration.authorisation.attack import Attacker
from tests.integration.authorisation.expected_handlers import Outcome
from tests.integration.authorisation.registered import Registered
from tests.integration.authorisation.world import Caller, World, settle
from tests.integration.web.tab import tab
from tests.journeys.house import House, standing

DOORS = ("portal", "officer_console")
COOKIES = ("tenant", "officer")
CASE_REFRESH = "reflex___state____state.officer_console___parts___case____case_state.refresh"


@dataclass(frozen=True)
class Attacked:
    """What came of everybody calling everything: outcomes by door, caller and handler, and all that was said."""

    outcomes: dict[tuple[str, Caller], dict[str, Outcome]]
    told: dict[tuple[str, Caller], str]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Return a house with its doors and its webhooks."""
    with standing(tmp_path_factory.mktemp("matrix"), parts=("webhooks", *DOORS), with_worker=False) as opened:
        yield opened


@pytest.fixture(scope="module")
def world(house: House) -> World:
    """Return the two tenancies and the staff."""
    with house.writing() as session:
        return settle(session)


@pytest.fixture(scope="module")
def doors() -> dict[str, Registered]:
    """Return what each door registers."""
    return {door: registered.of_door(door) for door in DOORS}


@pytest.fixture(scope="module")
def attacked(house: House, world: World, doors: dict[str, Registered]) -> Attacked:
    """Return what came of one socket per caller and door, all at once."""

    async def one(door: str, caller: Caller) -> tuple[tuple[str, Caller], Attacker, dict[str, Outcome]]:
        path = f"/tenancy?id={world.this.public_id}" if door == "officer_console" else f"/statement?account={world.this.account}"
        secret = world.secret_of(house, caller)
        async with tab(house.origins[door], secret=secret, path=path, cookies=COOKIES) as opened:
            attacker = Attacker(opened, world)
            first = sorted(doors[door].handlers, key=lambda handler: handler.short != "case_state.load")
            return (door, caller), attacker, await attacker.attack(first)

    async def everybody() -> list[tuple[tuple[str, Caller], Attacker, dict[str, Outcome]]]:
        # Officers first: a tenant who asks for neutral texts may be sent no link any more.
        ordered = sorted(DOORS, key=lambda door: door != "officer_console")
        return [each for door in ordered for each in await asyncio.gather(*(one(door, caller) for caller in Caller))]

    done = asyncio.run(everybody())
    return Attacked({who: outcomes for who, _, outcomes in done}, {who: "".join(attacker.told) for who, attacker, _ in done})


@pytest.mark.parametrize("door", DOORS)
def test_every_handler_has_a_row_and_every_row_a_handler(doors, door):
    names = {handler.short for handler in doors[door].handlers}
    rows = expected_handlers.PORTAL if door == "portal" else expected_handlers.CONSOLE

    assert {name for name in names if expected_handlers.expected(door, name) is None} == set()
    assert set(rows) - names == set()


@pytest.mark.parametrize("caller", Caller)
@pytest.mark.parametrize("door", DOORS)
def test_each_handler_answers_each_caller_as_the_table_says(attacked, door, caller):
    came_of_it = attacked.outcomes[door, caller]

    wanted = {handler: expected_handlers.expected(door, handler)[caller] for handler in came_of_it}

    assert came_of_it == wanted


@pytest.mark.parametrize("caller", Caller)
@pytest.mark.parametrize("door", DOORS)
def test_nobody_is_told_of_a_tenancy_they_may_not_see(attacked, world, door, caller):
    hidden = [home for home in (world.this, world.other) if home not in world.may_see(caller)]

    said = attacked.told[door, caller].lower()

    assert [word for home in hidden for word in home.words if word in said] == []


@pytest.mark.parametrize(
    ("door", "caller"), [("portal", Caller.THIS_TENANT), ("portal", Caller.ANOTHER_TENANT), ("officer_console", Caller.ON_PATCH)]
)
def test_whoever_may_see_a_tenancy_was_shown_it(attacked, world, door, caller):
    (home,) = world.may_see(caller)

    assert home.canary in attacked.told[door, caller].lower()


@pytest.mark.parametrize("part", expected_routes.TABLES)
def test_every_route_has_a_row_and_every_row_a_route(doors, part):
    found = registered.of_webhooks() if part == "webhooks" else doors[part].routes

    assert {(method, path) for method, path in found if not _is_translated(path)} == set(expected_routes.TABLES[part])


@pytest.mark.parametrize("caller", Caller)
@pytest.mark.parametrize("part", expected_routes.TABLES)
def test_each_route_answers_each_caller_as_the_table_says(house, world, part, caller):
    hidden = [word for home in (world.this, world.other) if home not in world.may_see(caller) for word in home.words]
    answers, leaks = {}, []

    for route in expected_routes.TABLES[part]:
        answer = _ask(house, world, caller, part, route)
        answers[route] = answer.status_code
        leaks += [(route, word) for word in hidden if word in answer.text.lower()]

    assert answers == {route: cells[caller] for route, cells in expected_routes.TABLES[part].items()}
    assert leaks == []


@pytest.mark.parametrize("caller", Caller)
@pytest.mark.parametrize("door", DOORS)
def test_a_page_as_it_is_built_holds_nobodys_data(house, world, doors, door, caller):
    secret = world.secret_of(house, caller)

    for page in doors[door].pages:
        said = httpx.get(
            f"{house.origins[door]}/{page.removesuffix('index')}", cookies=dict.fromkeys(COOKIES, secret), follow_redirects=True
        )
        assert "zqux" not in said.text.lower()


def test_a_stolen_tab_token_opens_nothing(house, world):
    path, token = f"/tenancy?id={world.this.public_id}", str(uuid.uuid4())

    async def steal() -> str:
        console = house.origins["officer_console"]
        async with tab(console, secret=world.secret_of(house, Caller.ON_PATCH), token=token, path=path, cookies=COOKIES) as mine:
            await mine.told(world.this.canary.title())
        said = ""
        for thief in (Caller.NOBODY, Caller.OFF_PATCH, Caller.ADMIN, Caller.THIS_TENANT):
            async with tab(console, secret=world.secret_of(house, thief), token=token, path=path, cookies=COOKIES) as stolen:
                said += await Attacker(stolen, world).listen()
        return said

    assert world.this.canary not in asyncio.run(steal()).lower()


def test_a_tab_that_was_signed_out_gets_nothing_more(house, world):
    path = f"/tenancy?id={world.this.public_id}"

    async def sign_out_and_ask() -> str:
        console, secret = house.origins["officer_console"], world.secret_of(house, Caller.ON_PATCH)
        async with tab(console, secret=secret, path=path, cookies=COOKIES) as mine:
            await mine.told(world.this.canary.title())
            async with httpx.AsyncClient(cookies={"officer": secret}, headers={"Origin": console}) as client:
                assert (await client.post(f"{console}/sign-out")).status_code == 303
            mine.forget()
            await mine.call(CASE_REFRESH)
            await mine.told("/sign-in")
            return await Attacker(mine, world).listen()

    assert world.this.canary not in asyncio.run(sign_out_and_ask()).lower()


@pytest.mark.parametrize("origin", ["https://evil.example", "null", ""])
@pytest.mark.parametrize("door", DOORS)
def test_a_foreign_origin_gets_no_socket_and_posts_no_form(house, world, door, origin):
    caller = Caller.THIS_TENANT if door == "portal" else Caller.ON_PATCH
    secret = world.secret_of(house, caller)

    async def connect() -> None:
        async with tab(house.origins[door], secret=secret, sends_origin=origin, cookies=COOKIES):
            pass

    with pytest.raises(socketio.exceptions.ConnectionError):
        asyncio.run(connect())
    said = httpx.post(
        f"{house.origins[door]}/sign-out", cookies=dict.fromkeys(COOKIES, secret), headers={"Origin": origin} if origin else {}
    )
    assert said.status_code == 403


def test_a_page_that_asks_by_itself_keeps_no_session_alive(house, world):
    secret, path = world.secret_of(house, Caller.ON_PATCH), f"/tenancy?id={world.this.public_id}"
    idle = runtime.now() - timedelta(minutes=20)

    async def left_alone_and_used() -> tuple[datetime, datetime]:
        async with tab(house.origins["officer_console"], secret=secret, path=path, cookies=COOKIES) as mine:
            attacker = Attacker(mine, world)
            await attacker.listen()
            with house.writing() as session:
                session.execute(sessions.update().where(_of_secret(secret)).values(last_seen_at=idle))
            await attacker.answered(CASE_REFRESH, {})
            left_alone = _last_seen(house, secret)
            await attacker.answered(CASE_REFRESH.replace("refresh", "pause"), {})
            return left_alone, _last_seen(house, secret)

    left_alone, used = asyncio.run(left_alone_and_used())
    assert left_alone == idle
    assert used > idle


def test_only_those_who_may_left_anything_behind(attacked, house, world):
    with house.reading() as session:
        written = select(outbox.c.tenancy_id, outbox.c.officer_id).where(outbox.c.officer_id.is_not(None))
        by_officers = {tuple(row) for row in session.execute(written)}
        paid = set(session.execute(select(payments.c.account_id)).scalars())
        linked = set(session.execute(select(payment_links.c.account_id)).scalars())
        looked = {tuple(row) for row in session.execute(select(record_views.c.officer_id, record_views.c.tenancy_id))}

    on_patch, auditor = world.staff[Caller.ON_PATCH], world.staff[Caller.AUDITOR]
    assert by_officers == {(world.this.tenancy, on_patch)}
    assert paid <= {world.this.account, world.other.account}
    assert linked == {world.this.account}
    assert looked == {(on_patch, world.this.tenancy), (auditor, world.this.tenancy)}


def _ask(house: House, world: World, caller: Caller, part: str, route: tuple[str, str]) -> httpx.Response:
    # A session of its own for each question, since some of them end it.
    (method, path), origin, secret = route, house.origins[part], world.secret_of(house, caller)
    cookies = dict.fromkeys(COOKIES, secret) if secret else {}
    body = expected_routes.form(world) if method == "POST" else None
    with httpx.Client(cookies=cookies, headers={"Origin": origin}) as client:
        return client.request(method, origin + expected_routes.address(path, world), data=body)


def _is_translated(path: str) -> bool:
    return path.startswith(("/cy/", "/ar/"))


def _of_secret(secret: str) -> ColumnElement[bool]:
    return sessions.c.token_hash == sha256(secret.encode()).hexdigest()


def _last_seen(house: House, secret: str) -> datetime:
    with house.reading() as session:
        return session.execute(select(sessions.c.last_seen_at).where(_of_secret(secret))).scalar_one()
