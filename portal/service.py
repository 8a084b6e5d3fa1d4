"""The portal's name and furniture."""

import os

from portal import routes
from web.localised import to_say
from web.service import Link, Service

SERVICE = Service(
    landlord=os.environ.get("EVENKEEL_LANDLORD", "Evenkeel Homes"),
    name=to_say("Your rent"),
    home=routes.HOME,
    footer=(
        Link(to_say("Accessibility statement"), routes.ACCESSIBILITY),
        Link(to_say("Privacy"), routes.PRIVACY),
    ),
    exit_path=routes.EXIT,
)
