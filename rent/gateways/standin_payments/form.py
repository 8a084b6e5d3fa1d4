"""Stripe's form encoding: ``a[b][0][c]=x``, with arrays indexed or ``x[]``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import parse_qsl

from rent.gateways.standin_payments.refusals import Refused, missing

_PART: Final = re.compile(r"\[([^\[\]]*)\]")
DEPTH_MAX: Final = 12


def parse(encoded: str) -> dict[str, Any]:
    """
    Return a form or a query as nested dictionaries and lists of strings.

    :raises Refused: if two fields contradict each other, or it is nested too deeply
    """
    tree: dict[str, Any] = {}
    for name, value in parse_qsl(encoded, keep_blank_values=True):
        head, _, _ = name.partition("[")
        _put(tree, [head, *_PART.findall(name[len(head) :])], value)
    return {name: _listed(value) for name, value in tree.items()}


def whole(params: dict[str, Any], name: str, default: int | None = None) -> int:
    """
    Return a whole number among the parameters.

    :raises Refused: if it is missing or not a whole number
    """
    found = params.get(name, default)
    if found is None:
        raise missing(name)
    if not re.fullmatch(r"-?\d{1,15}", str(found)):
        raise Refused(f"Invalid integer: {found}", code="parameter_invalid_integer", param=name)
    return int(found)


def is_true(params: dict[str, Any], name: str) -> bool:
    """Return whether a flag among the parameters is set."""
    return params.get(name) == "true"


def _put(tree: dict[str, Any], path: list[str], value: str) -> None:
    if len(path) > DEPTH_MAX:
        raise Refused("Parameters are nested too deeply")
    for part in path[:-1]:
        tree = tree.setdefault(part or str(len(tree)), {})
        if not isinstance(tree, dict):
            raise Refused(f"Invalid parameters: {part}")
    tree[path[-1] or str(len(tree))] = value


def _listed(value: Any) -> Any:  # noqa: ANN401 (a tree of strings)
    if not isinstance(value, dict):
        return value
    inner = {name: _listed(part) for name, part in value.items()}
    return _in_order(inner) if inner and all(name.isdigit() for name in inner) else inner


def _in_order(parts: dict[str, Any]) -> Iterable[Any]:
    return [parts[name] for name in sorted(parts, key=int)]
