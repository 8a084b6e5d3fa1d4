"""The portal's name and furniture."""

from collections.abc import Callable
from typing import Final

from portal import routes
from portal.landlord import Landlord
from web.landlord import landlord_name
from web.localised import say, to_say
from web.service import Link, Service

_NAME: Final = to_say("Your rent")
_FOOTER: Final = (
    Link(to_say("Help and contact"), routes.HELP),
    Link(to_say("Accessibility statement"), routes.ACCESSIBILITY),
    Link(to_say("Privacy"), routes.PRIVACY),
)
_NAVIGATION: Final = (
    Link(to_say("Home"), routes.HOME),
    Link(to_say("Statement"), routes.STATEMENT),
    Link(to_say("Pay"), routes.PAY),
    Link(to_say("Messages"), routes.MESSAGES),
    Link(to_say("Contact preferences"), routes.PREFERENCES),
)

# Pages are built before there is a database: the landlord's name comes to them through state.
PUBLIC: Final = Service(landlord=Landlord.name, name=_NAME, home=routes.HOME, footer=_FOOTER, exit_path=routes.EXIT)
SERVICE: Final = Service(
    landlord=Landlord.name, name=_NAME, home=routes.HOME, navigation=_NAVIGATION, footer=_FOOTER, exit_path=routes.EXIT
)


def titled(words: Callable[[], str]) -> Callable[[], str]:
    """Return a page's title with the name of the service after it, for every locale it is asked in."""
    return lambda: f"{words()} \N{EN DASH} {say(_NAME)}"


def plain() -> Service:
    """Return the furniture of the pages without script, with the landlord's name as the database has it."""
    return Service(landlord=landlord_name(), name=_NAME, home=routes.HOME, footer=_FOOTER, exit_path=routes.EXIT)
