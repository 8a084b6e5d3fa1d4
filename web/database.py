"""Run a use case in a thread, so that no tab waits for another's database work."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from rent import runtime

Answer = TypeVar("Answer")
UseCase = Callable[..., Answer]


async def ask(usecase: UseCase[Answer], **facts: Any) -> Answer:  # noqa: ANN401 - each use case names its own
    """Return what a use case that only reads answers."""
    return await asyncio.to_thread(_asked, usecase, facts)


async def tell(usecase: UseCase[Answer], **facts: Any) -> Answer:  # noqa: ANN401 - as above
    """Let a use case write, commit, and return what it answers; what it raises undoes it."""
    return await asyncio.to_thread(_told, usecase, facts)


def _asked(usecase: UseCase[Answer], facts: dict[str, Any]) -> Answer:
    with runtime.reading() as session:
        return usecase(session, **facts)


def _told(usecase: UseCase[Answer], facts: dict[str, Any]) -> Answer:
    with runtime.transaction() as session:
        return usecase(session, **facts)
