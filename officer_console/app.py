"""The console's composition root: it knows everybody and decides nothing."""

import os

from officer_console import routes
from officer_console.pages import worklist
from officer_console.service import SERVICE
from web import localised
from web.application import Door, application
from web.guard import Ways
from web.pages import add_common_pages
from web.serving import origins_here

app = application(
    Door(
        ways=Ways(sign_in=routes.SIGN_IN, not_found=routes.NOT_FOUND),
        problem_path=routes.PROBLEM,
        cookie="__Host-officer",
        origins=origins_here(),
        redis_url=os.environ.get("REDIS_URL"),
    )
)
localised.add_page(app, worklist.page, routes.WORKLIST, worklist.title)
add_common_pages(app, SERVICE, routes.PROBLEM)
