"""How the site tells what happens: lines for people at a terminal, JSON elsewhere; no secrets, no text of anybody's.

What a library logs is kept without its arguments, which may hold addresses of people, tokens of links or rows; a
failure is told by its kind and its places in the program, never by its message.
"""

import logging
import sys
import traceback
from collections.abc import MutableMapping
from typing import Any, TextIO

import structlog

Told = MutableMapping[str, Any]
OURS = ("lexatlas", "gunicorn")
"""Whose sentences are told whole; gunicorn speaks of processes and sockets only."""


def configure(stream: TextIO | None = None) -> None:
    """Send every log of this process to `stream` (standard error when None), one line a record."""
    target = stream or sys.stderr
    handler = logging.StreamHandler(target)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[_bare, *SHARED],
            use_get_message=False,
            pass_foreign_args=True,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _last(target)],
        )
    )
    handler.addFilter(_no_echo)
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    for name in ("django", "axes", "gunicorn.error", "httpx"):
        quiet = logging.getLogger(name)
        quiet.handlers, quiet.propagate = [], True
    logging.getLogger("axes").setLevel(logging.WARNING)
    # Whoever scans the network for sites asks for names that are none of ours: the request's own line tells it.
    logging.getLogger("django.security.DisallowedHost").setLevel(logging.CRITICAL)
    logging.captureWarnings(True)
    structlog.configure(
        processors=[structlog.contextvars.merge_contextvars, *SHARED,
                    structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )  # fmt: skip


def _no_echo(record: logging.LogRecord) -> bool:
    # What is not found, not allowed or broken is told by the request's own line; only a failure's places are added.
    return record.name != "django.request" or bool(record.exc_info)


def _last(target: TextIO) -> Any:
    if target.isatty():
        return structlog.dev.ConsoleRenderer()
    return structlog.processors.JSONRenderer(ensure_ascii=False)


def _bare(_logger: Any, _method: str, told: Told) -> Told:
    """Give a library's line by the words of its program, without what was filled in."""
    name, filled = told["_record"].name, told.pop("positional_args", ())
    if name.startswith(OURS):
        told["event"] = told["event"] % filled if filled else told["event"]
    elif not filled:
        # A sentence that was filled in before it came here cannot be parted from what fills it.
        told["event"] = name
    for key, value in structlog.contextvars.get_contextvars().items():
        told.setdefault(key, value)
    return told


def _places(_logger: Any, _method: str, told: Told) -> Told:
    """Put the kinds of a failure and its places in the stead of what a traceback would print."""
    given = told.pop("exc_info", None)
    error = sys.exc_info()[1] if given is True else given[1] if isinstance(given, tuple) else given
    if not isinstance(error, BaseException):
        return told
    told["failed"] = _kinds(error)
    frames = traceback.extract_tb(error.__traceback__)
    told["at"] = [
        f"{frame.filename.rsplit('/lexatlas/')[-1]}:{frame.lineno} {frame.name}" for frame in frames[-8:]
    ]
    return told


def _kinds(error: BaseException) -> str:
    kinds: list[str] = []
    seen = error
    while len(kinds) < 5:
        kinds.append(f"{type(seen).__module__}.{type(seen).__qualname__}")
        before = seen.__cause__ or seen.__context__
        if before is None:
            break
        seen = before
    return " from ".join(kinds)


SHARED: list[Any] = [
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    _places,
]
