"""One way through the stand-in's API: who asks, in which version, once, and as a whole."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from rent.gateways.standin_payments import contract, faults, form
from rent.gateways.standin_payments.book import Book, Thing
from rent.gateways.standin_payments.happenings import VERSION, shown
from rent.gateways.standin_payments.refusals import Refused, no_such

# Since then a parameter that is no longer there is refused; before, and unversioned, much was taken.
STRICT_SINCE: Final = "2026-09-30"
PAGE: Final = 10
LOCAL: Final = frozenset({"127.0.0.1", "::1", "localhost", "testclient"})


@dataclass(frozen=True, slots=True)
class Call:
    """One request, read."""

    book: Book
    origin: str
    path: str
    ids: dict[str, str]
    params: dict[str, Any]

    def thing(self, kind: str, thing_id: str | None = None) -> Thing:
        """
        Return the object of a kind that the path, or another id, names.

        :raises Refused: if there is none
        """
        wanted = self.ids["id"] if thing_id is None else thing_id
        found = self.book.get(kind, wanted)
        if found is None:
            raise no_such(kind, wanted)
        return found

    def metadata(self) -> dict[str, str]:
        """Return the metadata that was sent."""
        return dict(self.params.get("metadata") or {})

    def listed(self, kind: str, *filters: str) -> Thing:
        """Return a page of the objects of a kind, newest first, that agree with the filters that were sent."""
        equal = {name: str(self.params[name]) for name in filters if name in self.params}
        return self.page(self.book.all(kind, **equal))

    def page(self, found: list[Thing]) -> Thing:
        """Return the page of a list that was asked for."""
        created = self.params.get("created")
        if isinstance(created, dict):
            found = [thing for thing in found if form.whole(created, "gte", 0) <= thing["created"]]
        ids = [thing["id"] for thing in found]
        start = ids.index(self.params["starting_after"]) + 1 if self.params.get("starting_after") in ids else 0
        limit = form.whole(self.params, "limit", PAGE)
        return {"object": "list", "url": self.path, "has_more": len(found) > start + limit, "data": found[start : start + limit]}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One thing that can be asked, and the SDK's type of its parameters."""

    method: str
    path: str
    answer: Callable[[Call], Thing]
    params: str | None = None

    def route(self, book: Book, origin: str) -> Route:
        """Return the route that answers it."""

        async def asked(request: Request) -> Response:
            body = (await request.body()).decode() if self.method == "POST" else request.url.query
            return await run_in_threadpool(_answer, self, book, origin, request, body)

        return Route(self.path, asked, methods=[self.method])


def _answer(endpoint: Endpoint, book: Book, origin: str, request: Request, body: str) -> Response:
    try:
        _check_caller(request)
        fault = faults.take(book, request.url.path)
        faults.before(fault)
        params = form.parse(body)
        if endpoint.params and request.headers.get("stripe-version", "") >= STRICT_SINCE:
            contract.check(endpoint.params, params)
        call = Call(book, origin, request.url.path, dict(request.path_params), params)
        status, text, replayed = _once(endpoint, call, request.headers.get("idempotency-key"), body)
        faults.after(fault)
    except Refused as refusal:
        status, text, replayed = refusal.status, json.dumps(refusal.body()), False
    headers = {"request-id": f"req_{time.time_ns():x}", "stripe-version": request.headers.get("stripe-version", VERSION)}
    if replayed:
        headers["idempotent-replayed"] = "true"
    return Response(text, status, headers, "application/json")


def _once(endpoint: Endpoint, call: Call, key: str | None, body: str) -> tuple[int, str, bool]:
    """Carry a request out, or answer as the first time if its key was used before."""
    if key is None or endpoint.method != "POST":
        with call.book.change():
            return (*_carry_out(endpoint, call), False)
    asked = hashlib.sha256(f"{call.path}\n{body}".encode()).hexdigest()
    with call.book.change():
        kept = call.book.answer(key)
        if kept is not None:
            return _replay(kept, key, asked)
        status, text = _carry_out(endpoint, call)
        call.book.keep_answer(key, asked, status, text)
    return status, text, False


def _replay(kept: tuple[str, int, str], key: str, asked: str) -> tuple[int, str, bool]:
    if kept[0] != asked:
        raise Refused(
            f"Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other "
            f"than '{key}' if you meant to execute a different request.",
            kind="idempotency_error",
        )
    return kept[1], kept[2], True


def _carry_out(endpoint: Endpoint, call: Call) -> tuple[int, str]:
    try:
        answer = endpoint.answer(call)
    except Refused as refusal:
        if refusal.keeps_what_happened:
            return refusal.status, json.dumps(refusal.body())
        raise
    for path in call.params.get("expand") or []:
        _expand(call.book, answer, str(path).split("."))
    return 200, json.dumps(shown(answer))


def _expand(book: Book, here: Any, path: list[str]) -> None:  # noqa: ANN401 (any part of an object)
    if isinstance(here, list):
        for part in here:
            _expand(book, part, path)
        return
    if not isinstance(here, dict) or not path:
        return
    if isinstance(here.get(path[0]), str):
        here[path[0]] = book.any(here[path[0]]) or here[path[0]]
    _expand(book, here.get(path[0]), path[1:])


def _check_caller(request: Request) -> None:
    if request.client is not None and request.client.host not in LOCAL:
        raise Refused("The stand-in answers this machine only.", status=403)
    scheme, _, key = request.headers.get("authorization", "").partition(" ")
    if scheme != "Bearer" or "_live_" in key:
        raise Refused("You did not provide a test API key.", status=401)


def not_found(request: Request) -> JSONResponse:
    """Answer a path nobody has."""
    refusal = Refused(f"Unrecognized request URL ({request.method}: {request.url.path}).", status=404)
    return JSONResponse(refusal.body(), refusal.status)
