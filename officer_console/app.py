"""The console's composition root: it knows everybody and decides nothing."""

from typing import Final

from starlette.applications import Starlette

from officer_console import routes
from officer_console.desk import Desk
from officer_console.pages import accessibility, privacy, rejected, search, tenancy, waiting
from officer_console.service import LANGUAGES, SERVICE
from officer_console.session import SESSIONS, officer_may, session_cookie
from officer_console.sign_in import sign_in_routes
from rent import log
from rent.settings import settings
from web import health, localised
from web.application import Door, application
from web.guard import Ways
from web.limits import Rate
from web.pages import add_common_pages
from web.serving import origins_here
from web.session_end import SessionEnd

log.configure("console")
app = application(
    Door(
        ways=Ways(sign_in=routes.SIGN_IN, not_found=routes.NOT_FOUND),
        problem_path=routes.PROBLEM,
        cookie=session_cookie().name,
        origins=origins_here(),
        sessions=SESSIONS,
        may=officer_may,
        http=Starlette(routes=[*sign_in_routes(), *health.routes()]),
        rates=(Rate(routes.SIGN_IN, "20/minute"),),
        trusted_hops=settings().trusted_hops,
        redis_url=settings().redis_url.get_secret_value() or None,
    )
)

PAGES: Final = (
    (search, routes.SEARCH, (Desk.enter, SessionEnd.watch)),
    (tenancy, routes.TENANCY, (Desk.load, *tenancy.ON_LOAD, SessionEnd.watch)),
    (waiting, routes.WAITING, (Desk.load, waiting.WaitingState.load, SessionEnd.watch)),
    (rejected, routes.REJECTED, (Desk.load, rejected.RejectedState.load, SessionEnd.watch)),
    (accessibility, routes.ACCESSIBILITY, (Desk.load,)),
    (privacy, routes.PRIVACY, (Desk.load,)),
)
for each, path, on_load in PAGES:
    localised.add_page(app, each.page, path, each.title, languages=LANGUAGES, on_load=list(on_load))
add_common_pages(app, SERVICE, routes.PROBLEM, on_load=[Desk.load])
