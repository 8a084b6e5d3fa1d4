"""Ask the provider what became of messages we handed over and heard no more of."""

from __future__ import annotations

from messaging.delivery.reconcile import reconcile_batch
from messaging.delivery.sender import texts
from rent.settings import settings


def run() -> int:
    """Return how many were settled. It may be killed at any point, and two may run at once."""
    return reconcile_batch(texts()) if settings().texts_token else 0
