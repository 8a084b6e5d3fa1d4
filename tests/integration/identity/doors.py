"""The plain pages of both doors, each behind the check of origins that stands there in earnest."""

from starlette.applications import Starlette
from starlette.types import ASGIApp

from officer_console.sign_in import sign_in_routes
from portal.lite.pages import lite_routes
from rent.settings import settings
from web.origin_check import OriginCheck


def portal() -> ASGIApp:
    """Return the portal's plain pages."""
    return OriginCheck(Starlette(routes=lite_routes()), origins=[settings().portal_origin])


def console() -> ASGIApp:
    """Return the console's plain pages."""
    return OriginCheck(Starlette(routes=sign_in_routes()), origins=[settings().console_origin])
