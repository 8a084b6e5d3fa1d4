"""
A phone on a page: both sides of a thread, what became of each text and what it cost.

It is a tool for whoever builds or shows the product, in English only; no tenant ever sees it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl, urlencode

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from messaging.delivery.standin.carrier import Carrier
from messaging.delivery.standin.faults import IN_WORDS, Fault
from messaging.delivery.standin.rules import BODY_MAX, PENCE_A_SEGMENT
from messaging.delivery.standin.state import Message
from rent import runtime
from rent.domain import segments
from rent.store import numbers
from rent.words import LONDON, moment

HERE: Final = Path(__file__).parent
POLICY: Final = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'"
DEMO_NUMBERS: Final = 25
TIMES_MAX: Final = 100
_ADDRESS: Final = re.compile(r"(https?://[\w./:-]+)")
_PAGES: Final = Environment(loader=FileSystemLoader(HERE / "templates"), autoescape=True)


@dataclass(frozen=True, slots=True)
class Bubble:
    """One text on the phone's screen, as finished strings. Addresses in its words can be followed."""

    from_phone: bool
    body: Markup
    at: str
    state: str
    size: str


class Phone:
    """The pages of the phone simulator, for one carrier."""

    def __init__(self, carrier: Carrier) -> None:
        """Show a carrier's threads."""
        self._carrier = carrier

    def routes(self) -> list[Route]:
        """Return the addresses under ``/phone``."""
        return [
            Route("/phone", self.page, methods=["GET"]),
            Route("/phone/thread", self.thread, methods=["GET"]),
            Route("/phone/send", self.send, methods=["POST"]),
            Route("/phone/faults", self.plan_fault, methods=["POST"]),
            Route("/phone/static/{name}", _static, methods=["GET"]),
        ]

    async def page(self, request: Request) -> Response:
        """Show one phone, and the choice of others."""
        return await run_in_threadpool(self._show, "phone.html", request.query_params.get("number", ""))

    async def thread(self, request: Request) -> Response:
        """Show a thread alone, for the page to refresh itself with."""
        return await run_in_threadpool(self._show, "thread.html", request.query_params.get("number", ""))

    async def send(self, request: Request) -> Response:
        """Text the landlord from a phone."""
        form = await _form(request)
        number, body = form.get("number", "").strip(), form.get("body", "")
        if number and body.strip():
            await run_in_threadpool(self._carrier.text_from_phone, number, body[:BODY_MAX])
        return RedirectResponse(f"/phone?{urlencode({'number': number})}", status_code=303)

    async def plan_fault(self, request: Request) -> Response:
        """Make something go wrong."""
        form = await _form(request)
        fault, times = form.get("fault", ""), form.get("times", "1")
        if fault in list(Fault) and times.isascii() and times.isdigit():
            await run_in_threadpool(self._carrier.state.plan_fault, fault, min(int(times), TIMES_MAX))
        return RedirectResponse(f"/phone?{urlencode({'number': form.get('number', '')})}", status_code=303)

    def _show(self, template: str, number: str) -> Response:
        state = self._carrier.state
        names = _names()
        others = [phone for phone in state.phones() if phone not in names]
        chosen = number or next(iter(names), "") or next(iter(others), "")
        body = _PAGES.get_template(template).render(
            choices=[*names.items(), *((phone, "") for phone in others)],
            chosen=chosen,
            name=names.get(chosen, ""),
            landlord_number=self._carrier.number,
            bubbles=[_bubble(made) for made in state.thread(chosen)],
            opted_out=state.is_opted_out(chosen),
            faults=[(fault.value, words) for fault, words in IN_WORDS.items()],
        )
        return HTMLResponse(body, headers={"Content-Security-Policy": POLICY})


def _names() -> Mapping[str, str]:
    with runtime.reading() as session:
        return dict(numbers.of_demo(session, limit=DEMO_NUMBERS))


def _bubble(made: Message) -> Bubble:
    count = segments.count(made.body)
    from_phone = made.direction == "inbound"
    cost = "" if from_phone else f", {count.segments * PENCE_A_SEGMENT}p"
    plural = "segment" if count.segments == 1 else "segments"
    error = f" (error {made.error_code})" if made.error_code and made.status in {"undelivered", "failed"} else ""
    return Bubble(
        from_phone=from_phone,
        body=_with_links(made.body),
        at=moment(datetime.fromtimestamp(made.created_at, UTC).astimezone(LONDON), "en"),
        state=f"{made.status}{error}",
        size=f"{count.segments} {plural}, {count.encoding.value.replace('_', '-')}{cost}",
    )


def _with_links(body: str) -> Markup:
    parts = [Markup('<a href="{0}">{0}</a>').format(part) if _ADDRESS.fullmatch(part) else escape(part) for part in _ADDRESS.split(body)]
    return Markup("").join(parts)


async def _form(request: Request) -> Mapping[str, str]:
    return dict(parse_qsl((await request.body()).decode(errors="replace"), keep_blank_values=True))


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    return FileResponse(HERE / "static" / name) if name in _STATIC else Response(status_code=404)


_STATIC: Final[Sequence[str]] = ("phone.css", "phone.js")
