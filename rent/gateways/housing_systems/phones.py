"""Phone numbers as we keep them."""

from __future__ import annotations

from functools import lru_cache

import phonenumbers


class NotAPhone(ValueError):
    """It cannot be a phone number."""


@lru_cache(maxsize=4_096)
def stored_phone(text: str) -> str:
    """
    Return a number as ``+447700900123``; one without a country is British.

    Ofcom's numbers for drama count as numbers.

    :raises NotAPhone: if no network could have such a number
    """
    try:
        number = phonenumbers.parse(text, "GB")
    except phonenumbers.NumberParseException as why:
        raise NotAPhone(text) from why
    # One that can be dialled only from the same town is no use to us.
    if phonenumbers.is_possible_number_with_reason(number) != phonenumbers.ValidationResult.IS_POSSIBLE:
        raise NotAPhone(text)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
