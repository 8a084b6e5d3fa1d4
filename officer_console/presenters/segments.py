"""How long a text is, while it is written."""

from rent.domain.segments import Encoding, count
from rent.words import _, plural


def length(body: str, at_most: int, locale: str) -> str:
    """Return how many texts a body makes, and what makes it dear."""
    if len(body) > at_most:
        return _("Too long. Remove {count} characters", locale, count=len(body) - at_most)
    counted = count(body)
    texts = plural("{count} text", "{count} texts", counted.segments, locale)
    letters = plural("{count} character", "{count} characters", len(body), locale)
    said = _("{letters}, sent as {texts}", locale, letters=letters, texts=texts)
    if counted.encoding is Encoding.UCS_2:
        return _("{said}. A letter or sign in it makes each text much shorter", locale, said=said)
    return said
