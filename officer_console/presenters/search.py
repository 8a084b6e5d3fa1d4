"""What a search found."""

from dataclasses import dataclass

from officer_console import routes
from rent.usecases.officers.search_tenancies import Hit, Hits
from rent.words import _


@dataclass(frozen=True, slots=True)
class HitView:
    """One tenancy that was found."""

    href: str
    reference: str
    who: str
    where: str
    patch: str


@dataclass(frozen=True, slots=True)
class HitsView:
    """What a search found, and what to do when it is nothing or too much. ``is_ready`` once somebody searched."""

    is_ready: bool = False
    advice: str = ""
    hits: tuple[HitView, ...] = ()


def found(hits: Hits, locale: str) -> HitsView:
    """Show what a search found."""
    return HitsView(True, _advice(hits, locale), tuple(_hit(hit, locale) for hit in hits.hits))


def _advice(hits: Hits, locale: str) -> str:
    if not hits.hits:
        return _("Nothing matches. Check the spelling, or try a postcode or a phone number.", locale)
    return _("There are more. Add a word to narrow it down.", locale) if hits.more else ""


def _hit(hit: Hit, locale: str) -> HitView:
    who = _("Give a reason to see more", locale) if hit.needs_reason else ", ".join(hit.names) or _("No tenant", locale)
    where = _("{address} (ended)", locale, address=hit.address) if hit.has_ended else hit.address
    return HitView(routes.tenancy(hit.public_id), hit.reference, who, where, hit.patch_name)
