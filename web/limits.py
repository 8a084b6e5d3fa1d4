"""
How often one address may ask for what costs us: signing in, codes, exports.

Nothing in Reflex or Starlette limits anything. Counts are kept in memory, or in Redis
where several processes share them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from limits import RateLimitItem, parse
from limits.aio.storage import MemoryStorage, RedisStorage, Storage
from limits.aio.strategies import MovingWindowRateLimiter
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from web.address import address_of
from web.localised import without_locale


@dataclass(frozen=True, slots=True)
class Rate:
    """How often an address may use these methods below a path, such as ``20/minute``."""

    below: str
    allowed: str
    methods: Collection[str] = ("POST",)

    def covers(self, method: str, path: str) -> bool:
        """Return whether a request counts; a page in another language is the same page."""
        return method in self.methods and without_locale(path).startswith(self.below)


EVERYTHING = Rate("/", "1200/minute", ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))
ANY_FORM = Rate("/", "120/minute")


class AddressLimits:
    """Answer 429 to an address that asks too often."""

    def __init__(self, app: ASGIApp, *, rates: Sequence[Rate] = (), redis_url: str | None = None, trusted_hops: int = 0) -> None:
        self.app, self.trusted_hops = app, trusted_hops
        self.rates: list[tuple[Rate, RateLimitItem]] = [(rate, parse(rate.allowed)) for rate in (*rates, EVERYTHING, ANY_FORM)]
        self.counts = MovingWindowRateLimiter(_storage(redis_url))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through while every rate that covers it allows."""
        if scope["type"] == "http" and await self._exceeded(scope):
            sorry = PlainTextResponse("Too many requests. Wait a minute, then try again.", 429, {"retry-after": "60"})
            await sorry(scope, receive, send)
            return
        await self.app(scope, receive, send)

    async def _exceeded(self, scope: Scope) -> bool:
        address = address_of(scope, self.trusted_hops)
        covering = [(rate, item) for rate, item in self.rates if rate.covers(scope["method"], scope["path"])]
        for rate, item in covering:
            if not await self.counts.hit(item, rate.below, address):
                return True
        return False


def _storage(redis_url: str | None) -> Storage:
    return RedisStorage(f"async+{redis_url}", implementation="redispy") if redis_url else MemoryStorage()
