"""The portal's composition root: it knows everybody and decides nothing."""

from typing import Final

from starlette.applications import Starlette

from portal import routes
from portal.checkout import checkout_routes
from portal.downloads import statement_routes
from portal.landlord import Landlord
from portal.lite.pages import lite_routes
from portal.pages import accessibility, home, messages, pay, pay_check, pay_return, preferences, privacy, statement
from portal.pages import help as help_page
from portal.service import PUBLIC, titled
from portal.session import SESSIONS, session_cookie
from rent import log
from rent.settings import settings
from web import health
from web.application import Door, application
from web.guard import Ways
from web.limits import Rate
from web.localised import add_page
from web.pages import add_common_pages
from web.serving import origins_here
from web.session_end import SessionEnd

log.configure("portal")
app = application(
    Door(
        ways=Ways(sign_in=routes.SIGN_IN, not_found=routes.NOT_FOUND),
        problem_path=routes.PROBLEM,
        cookie=session_cookie().name,
        origins=origins_here(),
        sessions=SESSIONS,
        http=Starlette(routes=[*health.routes(), *lite_routes(), *checkout_routes(), *statement_routes()]),
        forms_may_reach=(settings().checkout_origin,),
        rates=(
            Rate(routes.SIGN_IN, "20/minute"),
            Rate(routes.PAY_START, "20/minute"),
            Rate("/statement.", "30/minute", ("GET",)),
        ),
        trusted_hops=settings().trusted_hops,
        redis_url=settings().redis_url.get_secret_value() or None,
    )
)

ANYBODY: Final = (Landlord.load,)
TENANTS: Final = (Landlord.load, SessionEnd.watch)
FOLLOWS: Final = (pay_return.ReceiptState.load, pay_return.ReceiptState.follow)

PAGES: Final = (
    (home, routes.HOME, (*TENANTS, home.HomeState.load)),
    (statement, routes.STATEMENT, (*TENANTS, statement.StatementState.load)),
    (pay, routes.PAY, (*TENANTS, pay.PayState.load)),
    (pay_check, routes.PAY_CHECK, (*TENANTS, pay.PayState.look_over)),
    (pay_return, routes.PAY_RETURN, (*TENANTS, *FOLLOWS)),
    (messages, routes.MESSAGES, (*TENANTS, messages.MessagesState.load)),
    (preferences, routes.PREFERENCES, (*TENANTS, preferences.PreferencesState.load)),
    (help_page, routes.HELP, ANYBODY),
    (accessibility, routes.ACCESSIBILITY, ANYBODY),
    (privacy, routes.PRIVACY, ANYBODY),
)
for module, path, on_load in PAGES:
    add_page(app, module.page, path, titled(module.title), on_load=list(on_load))
add_common_pages(app, PUBLIC, routes.PROBLEM, on_load=list(ANYBODY))
