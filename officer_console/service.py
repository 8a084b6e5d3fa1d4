"""The console's name and furniture."""

from typing import Final

from officer_console import routes
from officer_console.desk import Desk
from web.localised import to_say
from web.service import Link, Service

# Officers work in English; what tenants receive is in the tenant's language.
LANGUAGES: Final = ("en",)

# Pages are built before there is a database: the landlord's name comes to them through state.
SERVICE: Final = Service(
    landlord=Desk.landlord,
    name=to_say("Rent accounts"),
    home=routes.SEARCH,
    footer=(
        Link(to_say("Accessibility statement"), routes.ACCESSIBILITY),
        Link(to_say("Privacy"), routes.PRIVACY),
    ),
    languages=LANGUAGES,
)

MENU: Final = (
    (Desk.may_search, Link(to_say("Search"), routes.SEARCH)),
    (Desk.may_work, Link(to_say("Conversations waiting"), routes.WAITING)),
    (Desk.may_replay, Link(to_say("Rejected items"), routes.REJECTED)),
)
