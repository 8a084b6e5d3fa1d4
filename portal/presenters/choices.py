"""Options to choose from."""

from dataclasses import dataclass

from portal.presenters.period import OTHER_DAYS, THIRTEEN_WEEKS, THIS_YEAR
from rent.words import _


@dataclass(frozen=True, slots=True)
class Option:
    """One of several answers."""

    value: str
    words: str
    hint: str = ""
    is_chosen: bool = False


def period_options(locale: str) -> list[Option]:
    """Return the days a statement can be of."""
    return [
        Option(THIRTEEN_WEEKS, _("The last 13 weeks", locale), is_chosen=True),
        Option(THIS_YEAR, _("This rent year", locale), _("A rent year begins on the first Monday in April", locale)),
        Option(OTHER_DAYS, _("Other days", locale), _("Enter the days below", locale)),
    ]
