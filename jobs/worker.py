"""
The worker: does what waits, for as long as the house is open.

Each job does its own small transactions, so the worker may be killed at any moment, and two may run at once.
"""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import structlog

from jobs import charge_rent, deliver_outbox, forget_spent, handle_inbound, handle_payment_events, metrics, reconcile_sends, sweep_payments
from rent import log

PAUSE_SECONDS: Final = 0.2
PAUSE_AFTER_TROUBLE_SECONDS: Final = 5.0
logger: Final = structlog.get_logger()


@dataclass
class Job:
    """Something to do again and again, with the least pause between two runs."""

    name: str
    run: Callable[[], int]
    every_seconds: float = 0.0
    due_at: float = field(default=0.0)

    def run_when_due(self, monotonic: float) -> int:
        """Run if it is time; return how many things were done."""
        if monotonic < self.due_at:
            return 0
        self.due_at = monotonic + self.every_seconds
        try:
            return self.run()
        except Exception:
            # One job's trouble must not keep the others from their work.
            logger.exception("job failed", job=self.name)
            self.due_at = monotonic + max(self.every_seconds, PAUSE_AFTER_TROUBLE_SECONDS)
            return 0


def jobs() -> tuple[Job, ...]:
    """Return every job, in the order of a round: what came in before what goes out."""
    return (
        Job("handle_inbound", handle_inbound.run),
        Job("handle_payment_events", handle_payment_events.run),
        Job("deliver_outbox", deliver_outbox.run),
        Job("reconcile_sends", reconcile_sends.run, every_seconds=15),
        Job("sweep_payments", sweep_payments.run, every_seconds=30),
        Job("charge_rent", charge_rent.run, every_seconds=60),
        Job("forget_spent", forget_spent.run, every_seconds=3600),
    )


def work(stop: threading.Event) -> None:
    """Run rounds until told to stop."""
    mine = jobs()
    while not stop.is_set():
        done = sum(job.run_when_due(time.monotonic()) for job in mine)
        if not done:
            stop.wait(PAUSE_SECONDS)


def main() -> None:
    """Work until a signal says stop; the round under way is finished first."""
    log.configure("worker")
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    metrics.serve()
    logger.info("worker started")
    work(stop)


if __name__ == "__main__":
    main()
