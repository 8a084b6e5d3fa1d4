"""What every page of one door has in common."""

from dataclasses import dataclass, field

from rent import words


@dataclass(frozen=True, slots=True)
class Link:
    """A link in English and the path it leads to, without a locale."""

    words: str
    path: str


@dataclass(frozen=True, slots=True)
class Service:
    """A door's name and furniture; words are in English and said in each page's locale."""

    landlord: str
    name: str
    home: str
    navigation: tuple[Link, ...] = ()
    footer: tuple[Link, ...] = ()
    exit_path: str = field(default="", kw_only=True)
    languages: tuple[str, ...] = field(default=words.LOCALES, kw_only=True)
