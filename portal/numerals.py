"""Read the numbers a browser sends back to us, and nothing a database would choke on."""

from typing import Final

DIGITS_MAX: Final = 15


def whole_number(text: object) -> int:
    """
    Return the number some plain digits are.

    :raises ValueError: if they are anything else, or too many
    """
    written = str(text)
    if not (written.isascii() and written.isdecimal() and len(written) <= DIGITS_MAX):
        raise ValueError("plain digits only, and not too many")
    return int(written)
