"""Send what waits in the outbox."""

from __future__ import annotations

from typing import Final

from messaging.delivery.deliver import deliver_batch
from messaging.delivery.sender import texts
from rent.settings import settings

BATCHES_A_RUN_MAX: Final = 5


def run() -> int:
    """Return how many messages were looked at. It may be killed at any point, and two may run at once."""
    if not settings().texts_token:
        return 0
    looked_at = 0
    for _ in range(BATCHES_A_RUN_MAX):
        batch = deliver_batch(texts())
        looked_at += batch
        if not batch:
            break
    return looked_at
