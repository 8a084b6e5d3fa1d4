"""The knobs: make the stand-in misbehave, and let time pass, through ``/_faults``."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from rent.gateways.standin_payments import disputes, faults, payouts, refunds
from rent.gateways.standin_payments.api import LOCAL
from rent.gateways.standin_payments.book import Book
from rent.gateways.standin_payments.happenings import NEVER, shown
from rent.gateways.standin_payments.refusals import Refused, no_such

KNOBS: Final = frozenset({"drop_webhooks", "double_webhooks", "hold_webhooks", "webhook_seconds", "days_late"})


def routes(book: Book) -> list[Route]:
    """
    Return the one route of the knobs.

    POST takes a JSON object, done in this order: ``faults`` (a list, see ``faults.py``), the knobs
    ``drop_webhooks`` and ``double_webhooks`` (how many), ``hold_webhooks`` (yes or no),
    ``webhook_seconds`` (how long each waits), ``days_late`` (how old events say they are), and the
    acts ``release_webhooks`` ("in_order", "reversed" or "twice"), ``pass_days``, ``dispute`` and
    ``inquire`` (a charge), ``win`` and ``lose`` (a dispute), ``fail_refund`` and ``pay_out``.
    GET says how they are set.
    """

    async def turned(request: Request) -> Response:
        if request.client is not None and request.client.host not in LOCAL:
            return JSONResponse({"error": "this machine only"}, 403)
        asked = await request.json() if request.method == "POST" else {}
        try:
            return JSONResponse(await run_in_threadpool(turn, book, asked))
        except Refused as refusal:
            return JSONResponse(refusal.body(), refusal.status)

    return [Route("/_faults", turned, methods=["GET", "POST"])]


def turn(book: Book, asked: Mapping[str, Any]) -> dict[str, Any]:
    """
    Set knobs and carry out acts; return how the knobs are set, and what the acts made.

    :raises Refused: if one is unknown, or names what is not there
    """
    if strange := set(asked) - KNOBS - set(_ACTS) - {"faults"}:
        raise Refused(f"There is no such knob: {', '.join(sorted(strange))}")
    if any(fault.get("fault") not in faults.NAMES for fault in asked.get("faults", [])):
        raise Refused(f"The faults are {', '.join(sorted(faults.NAMES))}")
    made = {}
    with book.change():
        for name in [*sorted(KNOBS), "faults"]:
            if name in asked:
                book.turn(name, asked[name])
        for name, act in _ACTS.items():
            if name in asked:
                made[name] = shown(act(book, asked[name]))
        set_now = {name: book.knob(name) for name in sorted(KNOBS)}
        return {**set_now, "faults": book.knob("faults", []), "waiting": _waiting(book), "made": made}


def _waiting(book: Book) -> int:
    """Return how many jobs are due and not done yet; webhooks held back do not count."""
    count: int = book.sql.execute("SELECT COUNT(*) FROM jobs WHERE due <= ?", (time.time(),)).fetchone()[0]
    return count


def _release(book: Book, how: str) -> int:
    held = book.sql.execute("SELECT id, kind, subject, url FROM jobs WHERE due = ? ORDER BY id", (NEVER,)).fetchall()
    now = time.time()
    for number, (job_id, kind, subject, url) in enumerate(reversed(held) if how == "reversed" else held):
        # A job's moment decides its turn.
        book.sql.execute("UPDATE jobs SET due = ? WHERE id = ?", (now + number / 1e6, job_id))
        if how == "twice":
            book.plan(kind, subject, due=now + number / 1e6, url=url)
    book.turn("hold_webhooks", value=False)
    return len(held)


def _pass_days(book: Book, days: float) -> float:
    """Make everything due earlier; webhooks keep their moments."""
    book.sql.execute("UPDATE jobs SET due = due - ? WHERE kind IN ('debit', 'bounce', 'expire')", (days * 86_400,))
    return days


def _dispute(book: Book, charge_id: str, *, inquiry: bool = False) -> dict[str, Any]:
    return disputes.open_dispute(book, _found(book, "charge", charge_id), inquiry=inquiry)


def _found(book: Book, kind: str, thing_id: str) -> dict[str, Any]:
    found = book.get(kind, thing_id)
    if found is None:
        raise no_such(kind, thing_id)
    return found


_ACTS: Final[Mapping[str, Callable[[Book, Any], Any]]] = {
    "release_webhooks": _release,
    "pass_days": _pass_days,
    "dispute": _dispute,
    "inquire": lambda book, charge_id: _dispute(book, charge_id, inquiry=True),
    "win": lambda book, dispute_id: disputes.close(book, _found(book, "dispute", dispute_id), won=True),
    "lose": lambda book, dispute_id: disputes.close(book, _found(book, "dispute", dispute_id), won=False),
    "fail_refund": lambda book, refund_id: refunds.fail(book, _found(book, "refund", refund_id)),
    "pay_out": lambda book, _yes: payouts.pay_out(book),
}
