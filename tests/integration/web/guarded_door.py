"""A door of its own, as small as can be, to be attacked by the tests of the guards."""

from dataclasses import dataclass
from uuid import uuid4

import reflex as rx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from web.application import Door, application
from web.guard import Ways, signed_in
from web.limits import Rate
from web.markers import Caller, officer, public, tenant
from web.serving import origins_here
from web.socket_guard import SocketLimits


@dataclass(frozen=True)
class Person:
    caller: Caller
    name: str


class SessionsInMemory:
    """Sessions by the secret of their cookie; the row's key is another word than the secret."""

    def __init__(self) -> None:
        self.rows: dict[str, Person] = {}

    def row_key(self, cookie_token: str) -> str | None:
        return cookie_token.removeprefix("secret-") if cookie_token.startswith("secret-") else None

    def live(self, row_key: str) -> Person | None:
        return self.rows.get(row_key)


SESSIONS = SessionsInMemory()


class Desk(rx.State):
    """What a person sees at the desk."""

    shown: str = ""

    @rx.event
    @public
    def greet(self) -> None:
        self.shown = "hello"

    @rx.event
    @public
    def load_greeting(self) -> None:
        self.shown = "greeted on load"

    @rx.event
    @tenant
    def open_account(self) -> None:
        self.shown = f"the account of {signed_in(self).name}"

    @rx.event
    @officer("write_off")
    def write_off(self) -> None:
        self.shown = "written off"

    @rx.event
    @public
    def fall_over(self) -> None:
        raise RuntimeError("on purpose")

    @rx.event
    def forgotten(self) -> None:
        self.shown = "nobody said who may"

    def helper(self) -> None:
        self.shown = "not even an event"


async def sign_in(request: Request) -> PlainTextResponse:
    key = uuid4().hex
    SESSIONS.rows[key] = Person(Caller(request.query_params["caller"]), request.query_params["name"])
    return PlainTextResponse(f"secret-{key}")


async def sign_out(request: Request) -> PlainTextResponse:
    SESSIONS.rows.pop(request.query_params["secret"].removeprefix("secret-"))
    return PlainTextResponse("signed out")


app = application(
    Door(
        ways=Ways(sign_in="/sign-in", not_found="/404"),
        problem_path="/problem",
        cookie="__Host-test",
        origins=origins_here(),
        sessions=SESSIONS,
        may=lambda who, action: (who.name, action) == ("Senior", "write_off"),
        http=Starlette(
            routes=[
                Route("/test/sign-in", sign_in, methods=["POST"]),
                Route("/test/sign-out", sign_out, methods=["POST"]),
            ]
        ),
        signed_paths=("/test/",),
        rates=(Rate("/code", "3/minute"),),
        socket_limits=SocketLimits(sockets_per_address=8, frame_bytes=4096, events_per_second=10, burst=20),
    )
)
app.add_page(rx.el.main(rx.el.h1("Desk")), route="/", title="Desk", on_load=Desk.load_greeting)
app.add_page(rx.el.main(rx.el.h1("Account")), route="/account", title="Account", on_load=Desk.open_account)
