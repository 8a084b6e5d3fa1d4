"""What people type into plain forms, and proof that the form was ours."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from unicodedata import decimal

from starlette.requests import Request

from rent import runtime

FIELD_MAX: Final = 200
FIELDS_MAX: Final = 50
PART_MAX_BYTES: Final = 4096
TOKEN_FIELD: Final = "form_token"  # noqa: S105 - a field's name


@dataclass(frozen=True, slots=True)
class Typed:
    """What came in a form, each field trimmed and short."""

    fields: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        """Return what was typed in a field, or an empty string."""
        return self.fields.get(name, "")

    def day(self, name: str) -> date | None:
        """Return the day typed in three parts, if there is such a day."""
        try:
            return date(int(self[f"{name}-year"]), int(self[f"{name}-month"]), int(self[f"{name}-day"]))
        except (ValueError, OverflowError):
            return None

    def digits(self, name: str) -> str:
        """Return what was typed in a field without spaces, its digits as 0 to 9 whatever the script."""
        return "".join(str(decimal(letter)) if letter.isdecimal() else letter for letter in self[name] if not letter.isspace())

    def is_ours(self, cookie: str) -> bool:
        """Return whether the form was made for the browser that holds this cookie."""
        return bool(cookie) and runtime.keyed_hash().agrees(self[TOKEN_FIELD], "form", cookie)


def token_for(cookie: str) -> str:
    """Return the token for the forms of the browser that holds this cookie."""
    return runtime.keyed_hash().of("form", cookie)


async def typed_in(request: Request) -> Typed:
    """Return what was typed; files, fields too long to be meant and letters that do not print are left out."""
    form = await request.form(max_files=0, max_fields=FIELDS_MAX, max_part_size=PART_MAX_BYTES)
    return Typed({name: _plain(value) for name, value in form.items() if isinstance(value, str) and len(value) <= FIELD_MAX})


def _plain(value: str) -> str:
    return "".join(letter for letter in value if letter.isprintable()).strip()
