"""No secret in any log record, however it gets there."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from bot.doors.telegram.redact import Redactor, clean, install

TOKEN = "123456:AAsecret-part_of-a-token-0123456789"  # noqa: S105 - it opens nothing


@pytest.fixture
def restored() -> Iterator[None]:
    """Undo what ``install`` does to this process."""
    import sys
    import threading

    factory, hook, thread_hook = logging.getLogRecordFactory(), sys.excepthook, threading.excepthook
    yield
    logging.setLogRecordFactory(factory)
    sys.excepthook, threading.excepthook = hook, thread_hook


@pytest.mark.parametrize(
    "text",
    [
        TOKEN,
        f"https://host/bot{TOKEN}/getMe",
        TOKEN.replace(":", "%3A"),
        TOKEN.partition(":")[2],
        f"b'{TOKEN}'",
    ],
)
def test_token_is_found_in_every_dress(text: str) -> None:
    """Whole, in an address, percent-encoded or by its secret half alone, the token becomes stars."""
    assert TOKEN.partition(":")[2] not in Redactor([TOKEN])(text)


def test_records_are_clean_for_every_handler(restored: None, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ARG001
    """Message, arguments and traceback are clean, also for handlers and loggers made later."""
    install([TOKEN])
    logger = logging.getLogger("made.later")
    handler = logging.StreamHandler()
    logger.addHandler(handler)
    logger.setLevel("DEBUG")
    logger.info("address %s", f"https://host/bot{TOKEN}/getMe")
    logger.debug("%d", TOKEN)
    try:
        int(TOKEN)
    except ValueError:
        logger.exception("failed: %r", {TOKEN: TOKEN})
    logger.removeHandler(handler)
    written = capsys.readouterr().err
    assert "ValueError" in written
    assert TOKEN.partition(":")[2] not in written


def test_loud_libraries_are_silenced(restored: None) -> None:  # noqa: ARG001
    """Libraries that log addresses and texts are heard from WARNING on only."""
    logging.getLogger("httpx").setLevel(logging.DEBUG)
    install([TOKEN])
    assert logging.getLogger("httpx").level == logging.WARNING
    assert not logging.getLogger("telegram.ext").isEnabledFor(logging.INFO)


def test_clean_record_keeps_its_text() -> None:
    """What is no secret stays as it is."""
    record = logging.LogRecord("x", 20, "f", 1, "%s and %s", ("one", "two"), None)
    assert clean(record, Redactor([TOKEN])).getMessage() == "one and two"
