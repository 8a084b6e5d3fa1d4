"""The console's name and furniture."""

import os

from officer_console import routes
from web.localised import to_say
from web.service import Link, Service

SERVICE = Service(
    landlord=os.environ.get("EVENKEEL_LANDLORD", "Evenkeel Homes"),
    name=to_say("Rent accounts"),
    home=routes.WORKLIST,
    navigation=(Link(to_say("Worklist"), routes.WORKLIST),),
    footer=(
        Link(to_say("Accessibility statement"), routes.ACCESSIBILITY),
        Link(to_say("Privacy"), routes.PRIVACY),
    ),
)
