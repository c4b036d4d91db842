"""Log lines of the bot."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import pytest

from bot.logs import configure


@pytest.fixture(autouse=True)
def root_logger_restored() -> Iterator[None]:
    """Leave the root logger as it was."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def test_json_lines_are_objects_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    """In the form "json" each log line is one JSON object on standard error, none on standard output."""
    configure("INFO", "json")
    logging.getLogger("quoth.test").info("two\nlines")
    written = capsys.readouterr()
    assert written.out == ""
    assert json.loads(written.err) | {"time": ""} == {
        "time": "",
        "level": "INFO",
        "logger": "quoth.test",
        "message": "two\nlines",
    }


def test_level_hides_what_is_below_it(capsys: pytest.CaptureFixture[str]) -> None:
    """Lines below the level set are not written."""
    configure("WARNING", "text")
    logging.getLogger("quoth.test").info("hidden")
    logging.getLogger("quoth.test").warning("shown")
    assert "hidden" not in (err := capsys.readouterr().err)
    assert "shown" in err
