"""The stand-in's own checkout page: plain HTML, no script, for cards and Direct Debits that do not exist."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from rent.gateways.standin_payments import cards, intents, sessions
from rent.gateways.standin_payments.book import Book, Thing
from rent.gateways.standin_payments.refusals import Refused

_PAGES: Final = Environment(loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined)
POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"
Fields = Mapping[str, str]


def routes(book: Book) -> list[Route]:
    """Return the routes of the page and of the bank's question."""

    async def checkout(request: Request) -> Response:
        return await run_in_threadpool(_checkout, book, request.path_params["session_id"], await _fields(request))

    async def challenge(request: Request) -> Response:
        return await run_in_threadpool(_challenge, book, request.path_params["intent_id"], await _fields(request))

    return [
        Route("/checkout/challenge/{intent_id}", challenge, methods=["GET", "POST"]),
        Route("/checkout/{session_id}", checkout, methods=["GET", "POST"]),
    ]


async def _fields(request: Request) -> Fields | None:
    """Return the form's fields, or None if the page was only opened."""
    if request.method != "POST":
        return None
    return {name: values[0] for name, values in parse_qs((await request.body()).decode()).items()}


def _checkout(book: Book, session_id: str, fields: Fields | None) -> Response:
    with book.change():
        session = book.get("checkout.session", session_id)
        if session is None or session["status"] != "open":
            return _page("over.html", 404, back=(session or {}).get("cancel_url"))
        if fields is None:
            return _page("checkout.html", session=session, error=None, amount=_pounds(session))
        try:
            paid = sessions.pay_session(book, session, _method(book, fields))
        except Refused as why:
            return _page("checkout.html", session=session, error=why.message, amount=_pounds(session))
        if paid["status"] == "complete":
            return _leave(paid)
        return RedirectResponse(f"/checkout/challenge/{paid['payment_intent']}", 303)


def _challenge(book: Book, intent_id: str, fields: Fields | None) -> Response:
    with book.change():
        intent = book.get("payment_intent", intent_id)
        found = book.all("checkout.session", payment_intent=intent_id)
        method = book.get("payment_method", (intent or {}).get("payment_method") or "")
        if intent is None or method is None or not found or intent["status"] != "requires_action":
            return _page("over.html", 404, back=None)
        session = found[0]
        if fields is None:
            return _page("challenge.html", session=session, amount=_pounds(session))
        if fields.get("answer") == "yes":
            return _leave(sessions.pay_session(book, session, method, asked=True))
        why = intents.refuse_challenge(book, intent, method)
        return _page("checkout.html", session=session, error=why.message, amount=_pounds(session))


def _method(book: Book, fields: Fields) -> Thing:
    if fields.get("way") == "bacs_debit":
        return cards.debit(book, re.sub(r"\D", "", fields.get("account_number", "")))
    return cards.card(book, re.sub(r"\D", "", fields.get("card_number", "")))


def _leave(session: Thing) -> Response:
    return RedirectResponse(session["success_url"].replace("{CHECKOUT_SESSION_ID}", session["id"]), 303)


def _pounds(session: Thing) -> str:
    pence = int(session["amount_total"])
    return f"£{pence // 100:,}.{pence % 100:02}"


def _page(template: str, status: int = 200, **view: Any) -> Response:  # noqa: ANN401
    page = _PAGES.get_template(template).render(**view)
    return HTMLResponse(page, status, {"content-security-policy": POLICY, "cache-control": "no-store", "referrer-policy": "no-referrer"})
