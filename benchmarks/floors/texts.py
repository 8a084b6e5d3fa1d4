"""A signed text in, a tenant looked up, two rows and one commit, TwiML out: nothing else."""

from __future__ import annotations

import base64
import hmac
import os
import sqlite3
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

TOKEN, ADDRESS = os.environ["FLOOR_TOKEN"].encode(), os.environ["FLOOR_ADDRESS"]
database = sqlite3.connect(os.environ["FLOOR_DATABASE"], isolation_level=None, check_same_thread=False, timeout=10)
for words in (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",
    "CREATE TABLE IF NOT EXISTS tenant (id INTEGER PRIMARY KEY, phone TEXT UNIQUE, balance INTEGER)",
    "CREATE TABLE IF NOT EXISTS message (id INTEGER PRIMARY KEY, sid TEXT UNIQUE, phone TEXT, body TEXT, at TEXT)",
):
    database.execute(words)
database.executemany("INSERT OR IGNORE INTO tenant VALUES (?, ?, ?)", ((n, f"+4477{n:08d}", n) for n in range(1, 10_001)))


async def receive(request: Request) -> Response:
    """Do the least."""
    form = dict(parse_qsl((await request.body()).decode(), keep_blank_values=True))
    signed = (ADDRESS + "".join(name + form[name] for name in sorted(form))).encode()
    wanted = base64.b64encode(hmac.digest(TOKEN, signed, "sha1")).decode()
    if not hmac.compare_digest(wanted, request.headers.get("x-twilio-signature", "")):
        return PlainTextResponse("no", 403)
    (balance,) = database.execute("SELECT balance FROM tenant WHERE phone = ?", (form["From"],)).fetchone()
    words = f"You owe {balance / 100:.2f}."
    database.execute("BEGIN IMMEDIATE")
    row = "INSERT INTO message (sid, phone, body, at) VALUES (?, ?, ?, '2026-11-23')"
    database.execute(row, (form["MessageSid"], form["From"], form["Body"]))
    database.execute(row, (None, form["From"], words))
    database.execute("COMMIT")
    return Response(f"<Response><Message>{words}</Message></Response>", media_type="text/xml")


async def there(_request: Request) -> Response:
    """Answer that the process is there."""
    return PlainTextResponse("ok")


app = Starlette(routes=[Route("/healthz", there), Route("/webhooks/twilio/sms", receive, methods=["POST"])])
