"""The part of Twilio's API that a sender needs, as Twilio answers it."""

from __future__ import annotations

import base64
import binascii
import hmac
from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qsl, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from messaging.delivery.standin import shapes
from messaging.delivery.standin.carrier import Carrier
from messaging.delivery.standin.faults import Fault
from messaging.delivery.standin.rules import Refusal, refusal

PAGE_SIZE: Final = 50
PAGE_SIZE_MAX: Final = 1000
_NEWEST: Final = 2**62
_NOT_YOU: Final = Refusal(20003, "Authenticate", 401)
_NOT_FOUND: Final = Refusal(20404, "The requested resource was not found", 404)
_TOO_MANY: Final = Refusal(20429, "Too Many Requests", 429)
_BROKEN: Final = Refusal(20500, "Internal Server Error", 500)


class Api:
    """Twilio's messages, for one carrier."""

    def __init__(self, carrier: Carrier) -> None:
        """Answer for a carrier."""
        self._carrier = carrier

    def routes(self) -> list[Route]:
        """Return the addresses under ``/2010-04-01``."""
        base = "/2010-04-01/Accounts/{account}/Messages"
        return [
            Route(f"{base}.json", self.create, methods=["POST"]),
            Route(f"{base}.json", self.listing, methods=["GET"]),
            Route(f"{base}/{{sid}}.json", self.fetch, methods=["GET"]),
        ]

    async def create(self, request: Request) -> Response:
        """Take a message, or refuse it."""
        if not self._is_ours(request):
            return _error(_NOT_YOU)
        form = dict(parse_qsl((await request.body()).decode(errors="replace"), keep_blank_values=True))
        return await run_in_threadpool(self._create, form)

    async def listing(self, request: Request) -> Response:
        """List messages, newest first, a page at a time."""
        if not self._is_ours(request):
            return _error(_NOT_YOU)
        return await run_in_threadpool(self._listing, dict(request.query_params), request.url.path)

    async def fetch(self, request: Request) -> Response:
        """Return one message."""
        if not self._is_ours(request):
            return _error(_NOT_YOU)
        made = await run_in_threadpool(self._carrier.state.get, request.path_params["sid"])
        return _error(_NOT_FOUND) if made is None else JSONResponse(shapes.message(made, self._carrier.account))

    def _create(self, form: Mapping[str, str]) -> Response:
        state = self._carrier.state
        if state.take_fault(Fault.TOO_MANY):
            return _error(_TOO_MANY)
        if state.take_fault(Fault.REFUSE):
            return _error(_BROKEN)
        to, body = form.get("To", ""), form.get("Body", "")
        sender = form.get("From", "") or (self._carrier.number if form.get("MessagingServiceSid") else "")
        if refused := refusal(to, body, sender, opted_out=state.is_opted_out(to)):
            return _error(refused)
        made = self._carrier.take(to=to, sender=sender, body=body, callback=form.get("StatusCallback", ""))
        if made is None or state.take_fault(Fault.LOSE_ANSWER):
            return _error(_BROKEN)
        return JSONResponse(shapes.message(made, self._carrier.account), status_code=201)

    def _listing(self, query: Mapping[str, str], path: str) -> Response:
        size = min(int(query.get("PageSize", PAGE_SIZE)), PAGE_SIZE_MAX)
        before = int(query.get("PageToken", _NEWEST))
        to, sender = query.get("To", ""), query.get("From", "")
        found = self._carrier.state.listed(to=to, sender=sender, before=before, limit=size)
        asked = {"To": to, "From": sender, "PageSize": size}
        following = f"{path}?{urlencode(asked | {'PageToken': found[-1].number})}" if len(found) == size else None
        return JSONResponse(
            {
                "messages": [shapes.message(made, self._carrier.account) for made in found],
                "page": 0,
                "page_size": size,
                "start": 0,
                "end": max(0, len(found) - 1),
                "uri": path,
                "first_page_uri": f"{path}?{urlencode(asked)}",
                "previous_page_uri": None,
                "next_page_uri": following,
            }
        )

    def _is_ours(self, request: Request) -> bool:
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        try:
            said = base64.b64decode(given, validate=True)
        except (binascii.Error, ValueError):
            return False
        expected = f"{self._carrier.account}:{self._carrier.token}".encode()
        right_account = request.path_params["account"] == self._carrier.account
        return scheme.lower() == "basic" and hmac.compare_digest(said, expected) and right_account


def _error(refused: Refusal) -> Response:
    more = f"https://www.twilio.com/docs/errors/{refused.code}"
    body = {"code": refused.code, "message": refused.message, "more_info": more, "status": refused.status}
    return JSONResponse(body, status_code=refused.status)
