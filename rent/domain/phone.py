"""Phone numbers a person types."""

from __future__ import annotations

import re
from typing import Final

_APART: Final = re.compile(r"[\s().\-]")
# 070 is personal numbering and 076 paging, both dear to call; neither is a mobile phone.
_MOBILE: Final = re.compile(r"(?:\+44|0044|0)(7[1-57-9]\d{8})")
# Jersey, Guernsey and the Isle of Man share our code but not our tariff.
_ISLANDS: Final = ("77003", "7509", "7797", "7829", "7937", "7781", "7839", "7911", "7624")


class NotAMobile(ValueError):
    """What was typed is not a UK mobile number."""


def uk_mobile(typed: str) -> str:
    """
    Return a UK mobile number as ``+447700900123``.

    Source: reliability.md 2.5 (toll fraud)
    :raises NotAMobile: if it is anything else
    """
    found = _MOBILE.fullmatch(_APART.sub("", typed))
    if found is None or found[1].startswith(_ISLANDS):
        raise NotAMobile(typed)
    return f"+44{found[1]}"
