"""Keeps secrets out of every log line and traceback, whoever writes it and at whatever level.

The Bot API's addresses hold the token, and the libraries underneath log addresses. A filter on one
handler would miss handlers added later, so the records themselves are cleaned where they are made.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Iterable
from types import TracebackType
from urllib.parse import quote

STARS = "***"
# At their lower levels these log addresses, parameters and texts of messages.
LOUD = ("httpx", "httpcore", "telegram", "hpack", "tornado.access")
# Logs a traceback for every answer that is no JSON; what became of the request is logged here.
REPETITIVE = ("telegram.request",)


class Redactor:
    """Replaces secrets in a text."""

    def __init__(self, secrets: Iterable[str]) -> None:
        found: set[str] = set()
        for secret in secrets:
            # A token is "bot id : secret"; the second half is what must not be seen anywhere.
            found |= {secret, quote(secret, safe=""), secret.partition(":")[2]}
        self._secrets = sorted((secret for secret in found if len(secret) >= 4), key=len, reverse=True)

    def __call__(self, text: str) -> str:
        """Return ``text`` with stars for every secret."""
        for secret in self._secrets:
            text = text.replace(secret, STARS)
        return text


def install(secrets: Iterable[str]) -> Redactor:
    """Clean all records and uncaught errors of this process from now on; return what does it."""
    redact = Redactor(secrets)
    make = logging.getLogRecordFactory()

    def factory(*args: object, **kwargs: object) -> logging.LogRecord:
        record: logging.LogRecord = make(*args, **kwargs)
        return clean(record, redact)

    logging.setLogRecordFactory(factory)
    for name in LOUD:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLogger(name).level))
    for name in REPETITIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    _guard_uncaught(redact)
    return redact


def clean(record: logging.LogRecord, redact: Redactor) -> logging.LogRecord:
    """Return ``record`` with its message, its arguments and its traceback cleaned."""
    try:
        message = record.getMessage()
    except (TypeError, ValueError):  # wrong arguments for the format: logging would print them raw
        message = f"{record.msg} {record.args!r}"
    record.msg, record.args = redact(message), None
    if record.exc_info and record.exc_info[1] is not None:
        record.exc_text = redact("".join(traceback.format_exception(record.exc_info[1])).rstrip())
        record.exc_info = None
    if record.stack_info:
        record.stack_info = redact(record.stack_info)
    return record


def _guard_uncaught(redact: Redactor) -> None:
    def show(error: BaseException | None) -> None:
        if error is not None:
            sys.stderr.write(redact("".join(traceback.format_exception(error))))

    def uncaught(kind: type[BaseException], error: BaseException, _: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        show(error)

    def uncaught_in_thread(args: threading.ExceptHookArgs) -> None:
        show(args.exc_value)

    sys.excepthook = uncaught
    threading.excepthook = uncaught_in_thread
