"""
Logs: JSON lines with known keys only, so that no name, number, code or message can slip in.

Whoever wants a new key adds it to ``KEYS`` and says to a reviewer why it is not personal.
"""

from __future__ import annotations

import logging
import re
import sys
import traceback
from typing import Final

import structlog
from structlog.typing import EventDict, ExcInfo, Processor, WrappedLogger

KEYS: Final = frozenset(
    {
        "event", "level", "timestamp", "part", "job", "done", "seconds", "trouble", "kind", "source", "row", "count",
        "status", "code", "reason", "attempts", "difference_pence", "exception", "handler", "revision", "action",
    }
)  # fmt: skip
_TRACE: Final = "Traceback (most recent call last):"
_SECRET: Final = re.compile(r"\+?\d[\d ]{8,}\d|[A-Za-z0-9_-]{32,}|[^\s@]+@[^\s@]+\.[a-z]+|\?[^\s\"']+")


def configure(part: str) -> None:
    """Send this process's logs to standard output as JSON, each line naming its part of the house."""
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.ExceptionRenderer(where_it_went_wrong),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    finish: list[Processor] = [
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        lambda logger, name, line: only_known_keys(logger, name, {**line, "part": part}),
        structlog.processors.JSONRenderer(),
    ]
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=finish))
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)
    # The server keeps a way of its own, on which an error's words would leave as they are.
    for server in ("_granian", "granian.access"):
        logging.getLogger(server).handlers.clear()
        logging.getLogger(server).propagate = True
    # Each of these writes addresses, tokens or query strings at the level below.
    for noisy in ("httpx", "httpcore", "stripe", "twilio.http_client", "urllib3", "alembic"):
        logging.getLogger(noisy).setLevel(logging.WARNING)


def where_it_went_wrong(exc_info: ExcInfo) -> str:
    """Return the kinds of an error and of what led to it, and the lines they passed; its words may be a tenant's."""
    error: BaseException | None = exc_info[1]
    told = dict[int, str]()
    # An error raised again can lead back to itself.
    while error is not None and id(error) not in told:
        told[id(error)] = f"{type(error).__name__}\n{''.join(traceback.format_tb(error.__traceback__))}"
        error = error.__cause__ or error.__context__
    return "because of\n".join(told.values())


def only_known_keys(_logger: WrappedLogger | None, _name: str, line: EventDict) -> EventDict:
    """Return the line without unknown keys, and with anything like a number, token or address struck out."""
    return {key: _struck(without_words(value)) for key, value in line.items() if key in KEYS}


def without_words(value: object) -> object:
    """Return a text with the words left out of any error written into it, as the server writes those of our pages."""
    if not isinstance(value, str) or _TRACE not in value:
        return value
    head, _, trace = value.partition(_TRACE)
    kept, inside = [head.rpartition("\n")[0]], False
    for line in trace.splitlines():
        if line.startswith("  File "):
            kept.append(line)
            inside = True
        elif inside and not line.startswith(" "):
            # The first line after the frames begins with the kind of the error.
            kept.append(line.partition(":")[0])
            inside = False
    return "\n".join(kept)


def _struck(value: object) -> object:
    return _SECRET.sub("[removed]", value) if isinstance(value, str) else value
