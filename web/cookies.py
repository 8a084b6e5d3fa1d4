"""Cookies no script can read, set by our own answers only."""

from dataclasses import dataclass
from typing import Literal

from starlette.requests import HTTPConnection
from starlette.responses import Response


@dataclass(frozen=True, slots=True)
class Cookie:
    """
    A cookie of ours.

    Over https it is called ``__Host-…``, which a browser believes only from this very host. Plain
    http, as on one's own machine, cannot have that, nor ``Secure``. ``seconds`` is how long a
    browser keeps it; without them, until it is closed.
    """

    word: str
    https: bool
    same_site: Literal["lax", "strict"] = "lax"
    seconds: int | None = None

    @property
    def name(self) -> str:
        """Return the name the browser knows it by."""
        return f"__Host-{self.word}" if self.https else self.word

    def read(self, request: HTTPConnection) -> str:
        """Return what the browser sent, or an empty string."""
        return request.cookies.get(self.name, "")

    def set(self, response: Response, value: str) -> None:
        """Have the browser keep a value."""
        response.set_cookie(self.name, value, max_age=self.seconds, path="/", secure=self.https, httponly=True, samesite=self.same_site)

    def forget(self, response: Response) -> None:
        """Have the browser drop it; without the same attributes it would keep a ``__Host-`` cookie."""
        response.delete_cookie(self.name, path="/", secure=self.https, httponly=True, samesite=self.same_site)
