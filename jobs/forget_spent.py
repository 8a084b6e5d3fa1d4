"""Forget codes, counts of tries and sessions that can never matter again."""

from __future__ import annotations

from rent import runtime
from rent.usecases.people.forget_spent import forget_spent


def run() -> int:
    """Return how many rows were forgotten."""
    with runtime.transaction() as session:
        return forget_spent(session, now=runtime.now())
