"""Figures for Prometheus, read from the database when they are asked for, on a private port."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from prometheus_client import start_http_server
from prometheus_client.core import REGISTRY, GaugeMetricFamily
from prometheus_client.registry import Collector

from rent import runtime
from rent.settings import settings
from rent.store import figures

MEANINGS: Final = {
    "evenkeel_outbox_oldest_seconds": "Age of the oldest message that should have left by now",
    "evenkeel_inbound_unanswered": "Messages from tenants that have not been handled",
    "evenkeel_claims_unreconciled": "Messages handed over without an answer, waiting for the provider's list",
    "evenkeel_payment_events_waiting": "Payment events stored and not handled",
    "evenkeel_payments_needing_a_person": "Payments that somebody has to look at",
    "evenkeel_payout_difference_pence": "What payouts and our own books disagree by; anything but nothing is an alarm",
}


class House(Collector):
    """The figures of the house."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Yield each figure, read now."""
        with runtime.reading() as session:
            found = figures.read(session, now=runtime.now())
        for name, meaning in MEANINGS.items():
            yield GaugeMetricFamily(name, meaning, value=found[name.removeprefix("evenkeel_")])


def serve() -> None:
    """Serve the figures on loopback, unless the port is 0."""
    port = settings().metrics_port
    if port:
        REGISTRY.register(House())
        start_http_server(port, addr="127.0.0.1")
