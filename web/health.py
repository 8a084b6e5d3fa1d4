"""Is this process there, and can it do its work? A provider's outage is no reason to say no."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import BaseRoute, Route

from rent import runtime
from rent.store import migrate

DISK_FREE_MIN: Final = 0.1


async def healthz(_request: Request) -> PlainTextResponse:
    """Answer that the process is there."""
    return PlainTextResponse("ok")


async def readyz(_request: Request) -> JSONResponse:
    """Answer 200 if the database takes writes and is current and the disk has room, else 503 with what is wrong."""
    wrong = await run_in_threadpool(what_is_wrong)
    return JSONResponse({"wrong": wrong}, status_code=503 if wrong else 200)


def what_is_wrong() -> list[str]:
    """Return what keeps this process from its work; nothing, when all is well."""
    wrong = []
    try:
        with runtime.transaction() as session:
            if not migrate.is_current(session):
                wrong.append("the database is not at the newest migration")
    except Exception:  # noqa: BLE001 (whatever it is, we are not ready, and say no more to a stranger)
        wrong.append("the database does not answer")
    disk = shutil.disk_usage(Path.cwd())
    if disk.free < disk.total * DISK_FREE_MIN:
        wrong.append("the disk is nearly full")
    return wrong


def routes() -> list[BaseRoute]:
    """Return the two routes a supervisor asks."""
    return [Route("/healthz", healthz), Route("/readyz", readyz)]
