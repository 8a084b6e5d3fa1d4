"""Proof that a request came from the texting provider."""

from __future__ import annotations

import hmac
from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import Request
from twilio.request_validator import RequestValidator, get_signature_algorithm

SIGNATURE: Final = "x-twilio-signature"
ALGORITHM: Final = "x-twilio-webhooks-signature-settings"
FIELDS_MAX: Final = 200


class NotAForm(ValueError):
    """The body is not a form as the provider sends one."""


class Form(dict[str, str]):
    """A form's fields, each once."""

    def getall(self, name: str) -> list[str]:
        """Return a field's values, which is how the provider's library asks for them."""
        return [self[name]]


def read_form(raw: bytes) -> Form:
    """
    Return a form's fields. Blank ones are kept, since they are signed too.

    :raises NotAForm: if it is not text, has a field twice, or more fields than any provider sends
    """
    try:
        fields = parse_qsl(raw.decode(), keep_blank_values=True, max_num_fields=FIELDS_MAX)
    except ValueError as why:
        raise NotAForm from why
    form = Form(fields)
    if len(form) != len(fields):
        raise NotAForm("a field stands twice")
    return form


def is_genuine(request: Request, form: Form, *, origin: str, validator: RequestValidator) -> bool:
    """Return whether the provider signed this form for the address we gave them, whatever host or scheme a proxy shows us."""
    given = request.headers.get(SIGNATURE)
    if not given:
        return False
    query = request.scope["query_string"].decode("latin-1")
    address = f"{origin.rstrip('/')}{request.url.path}{f'?{query}' if query else ''}"
    algorithm = request.headers.get(ALGORITHM)
    if algorithm is None and hmac.compare_digest(validator.compute_signature(address, form).encode(), given.encode()):
        return True
    # The library also tries the address with and without its port, and other algorithms.
    return bool(validator.validate(address, form, given, get_signature_algorithm(algorithm)))
