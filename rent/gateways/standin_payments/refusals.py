"""What the stand-in answers when it says no, in Stripe's own shape."""

from __future__ import annotations

from typing import Any


class Refused(Exception):
    """A request the stand-in will not carry out."""

    def __init__(
        self,
        message: str,
        *,
        status: int = 400,
        kind: str = "invalid_request_error",
        code: str | None = None,
        param: str | None = None,
        **more: Any,  # noqa: ANN401 (whatever Stripe adds to the error)
    ) -> None:
        super().__init__(message)
        self.message, self.status = message, status
        self.fields = {"type": kind, "code": code, "param": param, **more}
        # A declined card leaves a failed charge behind; anything else leaves nothing.
        self.keeps_what_happened = kind == "card_error"

    def body(self) -> dict[str, Any]:
        """Return the error as Stripe sends it, without its empty fields."""
        return {"error": {"message": self.message, **{name: value for name, value in self.fields.items() if value is not None}}}


def no_such(kind: str, object_id: str, *, param: str = "id") -> Refused:
    """Return the refusal for an id that names nothing."""
    return Refused(f"No such {kind}: '{object_id}'", status=404, code="resource_missing", param=param)


def missing(param: str) -> Refused:
    """Return the refusal for a parameter that was left out."""
    return Refused(f"Missing required param: {param}.", code="parameter_missing", param=param)


def unknown(param: str) -> Refused:
    """Return the refusal for a parameter Stripe does not have."""
    return Refused(f"Received unknown parameter: {param}", code="parameter_unknown", param=param)
