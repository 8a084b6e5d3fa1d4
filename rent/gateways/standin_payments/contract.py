"""
Hold a request to Stripe's own contract: the parameter types its SDK is generated with.

Source: payments.md 3.2
"""

from __future__ import annotations

import sys
import typing
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

import stripe
import stripe.params.checkout
import typing_extensions

from rent.gateways.standin_payments.refusals import Refused, missing, unknown

_PLAIN: Final[dict[object, str]] = {int: r"integer", bool: "boolean", float: "number", Decimal: "decimal"}


def check(params_type: str, params: dict[str, Any]) -> None:
    """
    Check parameters against one of the SDK's parameter types, such as ``checkout.SessionCreateParams``.

    :raises Refused: at the first that Stripe would not take
    """
    if "payment_method_types" in params and "payment_method_types" not in hints(params_type):
        raise Refused(
            "payment_method_types is no longer supported. Use allowed_payment_method_types instead.",
            code="payment_method_types_no_longer_supported",
            param="payment_method_types",
        )
    for refusal in _in_typed_dict(_type(params_type), params, ""):
        raise refusal


@lru_cache
def hints(params_type: str) -> dict[str, Any]:
    """Return the parameters one of the SDK's parameter types has."""
    return _hints(_type(params_type))


def _type(params_type: str) -> Any:  # noqa: ANN401 (a class of the SDK's)
    module, _, name = params_type.rpartition(".")
    return getattr(stripe.params.checkout if module else stripe.params, name)


@lru_cache
def _hints(kind: Any) -> dict[str, Any]:  # noqa: ANN401 (a class of the SDK's)
    names = dict(vars(sys.modules[kind.__module__]))
    # The SDK imports these for type checkers only.
    names.update({"Decimal": Decimal, "UntypedStripeObject": dict, "StripeContext": stripe.StripeContext})
    for name in ("Literal", "Union", "List", "Dict", "Optional", "Any", "IO", "Mapping", "Sequence"):
        names.setdefault(name, getattr(typing, name))
    return typing_extensions.get_type_hints(kind, globalns=names, localns=names, include_extras=True)


def _in_typed_dict(kind: Any, value: Any, path: str) -> Iterator[Refused]:  # noqa: ANN401
    if not isinstance(value, dict):
        yield Refused(f"Invalid object: {path}", param=path)
        return
    known = _hints(kind)
    for name, inner in value.items():
        here = f"{path}[{name}]" if path else name
        if name not in known:
            yield unknown(here)
        else:
            yield from _in(_bare(known[name]), inner, here)
    for name, hint in known.items():
        if name not in value and typing_extensions.get_origin(hint) is not typing_extensions.NotRequired:
            yield missing(f"{path}[{name}]" if path else name)


def _bare(hint: Any) -> Any:  # noqa: ANN401
    return typing_extensions.get_args(hint)[0] if typing_extensions.get_origin(hint) is typing_extensions.NotRequired else hint


def _in(hint: Any, value: Any, path: str) -> Iterator[Refused]:  # noqa: ANN401
    origin = typing.get_origin(hint)
    if typing_extensions.is_typeddict(hint):
        yield from _in_typed_dict(hint, value, path)
    elif origin in {list, typing.List}:  # noqa: UP006 (the SDK writes both)
        yield from _in_list(typing.get_args(hint)[0], value, path)
    elif origin in {dict, typing.Dict} or hint is dict:  # noqa: UP006
        if value and not isinstance(value, dict):
            yield Refused(f"Invalid object: {path}", param=path)
    elif origin is typing.Literal:
        if value not in typing.get_args(hint):
            yield Refused(f"Invalid {path}: must be one of {', '.join(map(str, typing.get_args(hint)))}", param=path)
    elif origin is not None:
        yield from _in_either(typing.get_args(hint), value, path)
    elif not _reads_as(hint, value):
        yield Refused(f"Invalid {_PLAIN.get(hint, 'string')}: {value}", param=path)


def _in_list(kind: Any, value: Any, path: str) -> Iterator[Refused]:  # noqa: ANN401
    if not isinstance(value, list):
        yield Refused(f"Invalid array: {path}", param=path)
        return
    for number, inner in enumerate(value):
        yield from _in(kind, inner, f"{path}[{number}]")


def _in_either(kinds: tuple[Any, ...], value: Any, path: str) -> Iterator[Refused]:  # noqa: ANN401
    # "Literal[...] | str" leaves room for values to come; today only the listed ones are taken.
    closed = [kind for kind in kinds if typing.get_origin(kind) is typing.Literal and typing.get_args(kind) != ("",)]
    tried = [kind for kind in kinds if not (closed and kind is str)]
    refusals = [list(_in(kind, value, path)) for kind in tried]
    if all(refusals):
        yield refusals[-1][0]


def _reads_as(hint: Any, value: Any) -> bool:  # noqa: ANN401
    if hint is bool:
        return value in {"true", "false"}
    if hint is int:
        return isinstance(value, str) and value.lstrip("-").isdigit()
    if hint in {float, Decimal}:
        return isinstance(value, str) and value.replace(".", "", 1).lstrip("-").isdigit()
    return isinstance(value, str) if hint is str else True
