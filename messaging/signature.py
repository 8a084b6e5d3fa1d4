"""Proof that a request came from the texting provider."""

from __future__ import annotations

from typing import Final
from urllib.parse import parse_qsl

from starlette.datastructures import ImmutableMultiDict
from starlette.requests import Request
from twilio.request_validator import RequestValidator, get_signature_algorithm

SIGNATURE: Final = "x-twilio-signature"
ALGORITHM: Final = "x-twilio-webhooks-signature-settings"


class NotAForm(ValueError):
    """The body is not a form."""


def read_form(raw: bytes) -> ImmutableMultiDict[str, str]:
    """
    Return a form's fields. Blank ones are kept, since they are signed too.

    :raises NotAForm: if it is not text, or has more fields than any provider sends
    """
    try:
        return ImmutableMultiDict(parse_qsl(raw.decode(), keep_blank_values=True, max_num_fields=200))
    except ValueError as why:
        raise NotAForm from why


def is_genuine(request: Request, form: ImmutableMultiDict[str, str], *, origin: str, validator: RequestValidator) -> bool:
    """Return whether the provider signed this form for the address we gave them, whatever host or scheme a proxy shows us."""
    given = request.headers.get(SIGNATURE)
    if not given:
        return False
    query = request.scope["query_string"].decode("latin-1")
    address = f"{origin.rstrip('/')}{request.url.path}{f'?{query}' if query else ''}"
    return bool(validator.validate(address, form, given, get_signature_algorithm(request.headers.get(ALGORITHM))))
