"""
Compile each page once per locale: ``/``, ``/cy/…``, ``/ar/…``.

Reflex has no notion of language and prerenders at build time only. A dictionary of words
in state would leave the prerendered page empty and send every label over the socket; a
page per locale costs under a kilobyte, loaded on that route alone, and a reader without
JavaScript still gets words. Static words are resolved while compiling (:func:`say`),
words from events by the locale of the page that raised them (:func:`locale_of`).
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

import reflex as rx

from rent import words
from web.native import Prop

_current: ContextVar[str] = ContextVar("locale", default=words.LOCALES[0])
_route: ContextVar[str] = ContextVar("route", default="/")

Page = Callable[[], rx.Component]


def say(msgid: str, **values: object) -> str:
    """Return the English text in the language of the page being compiled."""
    return words._(msgid, _current.get(), **values)


def to_say(msgid: str) -> str:
    """Return the text as it is: noted for the translators now, said later by somebody else."""
    return msgid


def locale() -> str:
    """Return the locale of the page being compiled."""
    return _current.get()


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Compile in one locale."""
    token = _current.set(language)
    try:
        yield
    finally:
        _current.reset(token)


@contextmanager
def at(route: str) -> Iterator[None]:
    """Compile a page that stands at a route."""
    token = _route.set(route)
    try:
        yield
    finally:
        _route.reset(token)


def route() -> str:
    """Return the route, without locale, of the page being compiled."""
    return _route.get()


def in_locale(path: str, language: str) -> str:
    """Return our path as it is in one locale; the first locale has no prefix."""
    return path if language == words.LOCALES[0] else f"/{language}{path}"


def here(path: str) -> str:
    """Return our path in the locale of the page being compiled."""
    return in_locale(path, locale())


def locale_of_path(path: str) -> str:
    """Return the locale a path belongs to."""
    first = path.strip("/").split("/", 1)[0]
    return first if first in words.LOCALES else words.LOCALES[0]


def without_locale(path: str) -> str:
    """Return the path with its locale taken off."""
    first, _, rest = path.strip("/").partition("/")
    return f"/{rest}" if first in words.LOCALES else path


def locale_of(state: rx.State) -> str:
    """Return the locale of the page that raised the event being handled."""
    return locale_of_path(state.router.url.path)


def add_page(
    app: rx.App, page: Page, route: str, title: Callable[[], str], *, languages: Sequence[str] = words.LOCALES, **options: Prop
) -> None:
    """Add a page in each of the door's languages, all of ours unless it says otherwise; ``title`` is asked in each of them."""
    for language in languages:
        with speaking(language):
            app.add_page(_spoken(page, language, route), route=in_locale(route, language), title=title(), **options)


def _spoken(page: Page, language: str, route: str) -> Page:
    def build() -> rx.Component:
        with speaking(language), at(route):
            return page()

    # Reflex bundles memoised components by the module a page function claims to be from.
    build.__name__ = f"{page.__name__}_{language}"
    build.__module__ = page.__module__
    return build
