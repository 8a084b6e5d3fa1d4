"""Finished pages without script."""

from collections.abc import Sequence
from typing import Any

from starlette.responses import HTMLResponse

from rent import words
from web.components.error_summary import Problem
from web.plain.environment import environment, spoken
from web.service import Service

__all__ = ["Problem", "page"]


def page(
    template: str,
    *,
    locale: str,
    status: int = 200,
    service: Service | None = None,
    path: str = "",
    exits: bool = False,
    problems: Sequence[Problem] = (),
    **view: Any,  # noqa: ANN401 - each template names its own
) -> HTMLResponse:
    """
    Return a page made from a template that extends ``base.html``.

    ``path`` is where it stands, without its locale; without one there is no language switch.
    ``exits`` adds "Exit this page". ``view`` holds finished strings, flags and view dataclasses.
    """
    locale = words.known(locale)
    furniture = {"service": service, "path": path, "exits": exits, "problems": problems}
    html = environment().get_template(template).render({**spoken(locale), **furniture, **view})
    return HTMLResponse(html, status)
