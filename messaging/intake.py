"""Keep what arrives together with one commit: under load many messages share it, and each waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from starlette.concurrency import run_in_threadpool

Arrival = Mapping[str, Any]


class Intake:
    """A desk where arrivals are handed in. Whoever hands one in goes when it is surely kept."""

    def __init__(self, write: Callable[[Sequence[Arrival]], None]) -> None:
        """Keep arrivals with a function that writes and commits them."""
        self._write = write
        self._waiting: list[tuple[Arrival, asyncio.Future[None]]] = []
        self._clerk: asyncio.Task[None] | None = None

    async def keep(self, arrival: Arrival) -> None:
        """
        Return once the arrival is committed.

        :raises Exception: whatever kept it from being written; nothing of it is stored then
        """
        kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((arrival, kept))
        if self._clerk is None or self._clerk.done():
            self._clerk = asyncio.create_task(self._work())
        await kept

    async def _work(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            try:
                await run_in_threadpool(self._write, [arrival for arrival, _ in batch])
            except Exception:  # noqa: BLE001 (each is tried alone, so that one cannot sink the others)
                await self._one_by_one(batch)
            else:
                for _, kept in batch:
                    _settle(kept, None)

    async def _one_by_one(self, batch: Sequence[tuple[Arrival, asyncio.Future[None]]]) -> None:
        for arrival, kept in batch:
            try:
                await run_in_threadpool(self._write, [arrival])
            except Exception as why:  # noqa: BLE001 (it is raised again where the arrival was handed in)
                _settle(kept, why)
            else:
                _settle(kept, None)


def _settle(kept: asyncio.Future[None], why: Exception | None) -> None:
    # Whoever handed it in may have hung up since.
    if kept.done():
        return
    if why is None:
        kept.set_result(None)
    else:
        kept.set_exception(why)
