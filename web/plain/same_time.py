"""Take as long to say no as to say yes."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from math import ceil
from typing import Final

FLOOR: Final = 0.6


@asynccontextmanager
async def same_time(floor: float = FLOOR) -> AsyncIterator[None]:
    """Hold an answer back until the next whole multiple of ``floor`` seconds, so that its time tells nothing."""
    clock = asyncio.get_running_loop().time
    began = clock()
    try:
        yield
    finally:
        spent = clock() - began
        await asyncio.sleep(max(1, ceil(spent / floor)) * floor - spent)
