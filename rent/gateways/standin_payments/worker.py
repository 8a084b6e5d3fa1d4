"""What the stand-in does by itself: send webhooks, let debits come in and checkouts expire."""

from __future__ import annotations

import logging
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Final

from rent.gateways.standin_payments import sessions, settling, signing
from rent.gateways.standin_payments.book import Book
from rent.gateways.standin_payments.happenings import secret_of, shown

# Stripe goes on for three days; the gaps grow the same way.
AGAIN_AFTER: Final = (1.0, 5.0, 30.0, 300.0, 3_600.0, 6 * 3_600.0, 24 * 3_600.0, 24 * 3_600.0)
ANSWER_WITHIN: Final = 10.0
LONGEST_REST: Final = 60.0
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """Something that is due."""

    id: int
    due: float
    kind: str
    subject: str
    url: str
    tries: int


class Worker(threading.Thread):
    """A thread that does what is due, and otherwise sleeps until something is."""

    def __init__(self, book: Book) -> None:
        """Work from this book."""
        super().__init__(daemon=True, name="standin-payments")
        self.book, self.ending = book, False

    def run(self) -> None:
        """Work until told to end."""
        while not self.ending:
            job = self._next()
            if job is not None:
                self._do(job)

    def end(self) -> None:
        """Stop after the job in hand."""
        with self.book.lock:
            self.ending = True
            self.book.woken.notify_all()
        self.join()

    def _next(self) -> Job | None:
        """Return the first job if it is due; else rest until it is, or until somebody changes the book."""
        with self.book.lock:
            if self.ending:
                return None
            row = self.book.sql.execute("SELECT id, due, kind, subject, url, tries FROM jobs ORDER BY due, id LIMIT 1").fetchone()
            wait = LONGEST_REST if row is None else row[1] - time.time()
            if row is not None and wait <= 0:
                return Job(*row)
            self.book.woken.wait(min(wait, LONGEST_REST))
            return None

    def _do(self, job: Job) -> None:
        if job.kind == "webhook":
            self._send(job)
            return
        with self.book.change():
            self.book.sql.execute("DELETE FROM jobs WHERE id = ?", (job.id,))
            _effect(self.book, job)

    def _send(self, job: Job) -> None:
        with self.book.lock:
            event = self.book.get("event", job.subject)
            secret = secret_of(self.book, job.url)
        # Not inside a change: whoever is told may ask us something before they answer.
        taken = event is None or not secret or _post(job.url, *signing.signed(shown(event), secret))
        with self.book.change():
            if taken or job.tries >= len(AGAIN_AFTER):
                self.book.sql.execute("DELETE FROM jobs WHERE id = ?", (job.id,))
                return
            again = time.time() + AGAIN_AFTER[job.tries]
            self.book.sql.execute("UPDATE jobs SET tries = tries + 1, due = ? WHERE id = ?", (again, job.id))


def _effect(book: Book, job: Job) -> None:
    match job.kind:
        case "listen":
            event = book.get("event", job.subject)
            for tell in book.listeners if event is not None else ():
                tell(shown(event))
        case "expire":
            session = book.get("checkout.session", job.subject)
            if session is not None and session["status"] == "open":
                sessions.expire(book, session)
        case "debit" | "bounce":
            _debit(book, job)


def _debit(book: Book, job: Job) -> None:
    intent = book.get("payment_intent", job.subject)
    charge = None if intent is None else book.get("charge", intent["latest_charge"])
    method = None if intent is None else book.get("payment_method", intent["payment_method"])
    if intent is None or charge is None or method is None:
        return
    if job.kind == "bounce":
        settling.bounce(book, intent, charge, method)
        return
    settling.end_debit(book, intent, charge, method)
    sessions.tell_session(book, intent)


def _post(url: str, body: str, signature: str) -> bool:
    """Return whether the other side took it."""
    headers = {"Content-Type": "application/json; charset=utf-8", "Stripe-Signature": signature, "User-Agent": "Stripe/1.0"}
    request = urllib.request.Request(url, body.encode(), headers)  # noqa: S310 (our own webhook, over http on this machine)
    try:
        with urllib.request.urlopen(request, timeout=ANSWER_WITHIN) as answer:  # noqa: S310
            return 200 <= int(answer.status) < 300  # noqa: PLR2004
    except (urllib.error.URLError, OSError) as why:
        log.info("a webhook was not taken: %s", why)
        return False
