"""``quoth telegram`` itself, unmodified, on a library of files."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from strict_client import TOKEN

ROOT = Path(__file__).resolve().parents[4]


@pytest.mark.parametrize("level", [pytest.param("INFO", marks=pytest.mark.long), "DEBUG"])
def test_program_answers_over_the_bot_api(server: Any, tmp_path: Path, level: str) -> None:
    """The unmodified program answers with quote and voice, ends on SIGTERM, and never logs its token."""
    log = tmp_path / "log"
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "QUOTH_TELEGRAM_API_URL": server.url,
        "QUOTH_TELEGRAM_TOKEN": TOKEN,
        "QUOTH_LIBRARY": str(ROOT / "tests" / "pages"),
        "QUOTH_INDEX_DIR": str(tmp_path / "index"),
        "QUOTH_STATE_DIR": str(tmp_path / "state"),
        "QUOTH_LOG_LEVEL": level,
    }
    with log.open("wb") as output:
        program = subprocess.Popen(
            [sys.executable, "-m", "bot", "telegram"], env=environment, stdout=output, stderr=output
        )
        try:
            server.message(chat=7, text="/start", language="en")
            server.wait_sent(7, 1, wait=60.0)
            server.message(
                chat=7, text="How long will the harbour of Springfield stay closed?", language="en"
            )
            answer = server.wait_sent(7, 2, wait=60.0)[1]
            assert "will stay closed for at least three weeks" in answer["text"]
            assert "Ana Ejemplo" in answer["text"]
            assert any("blockquote" in entity["type"] for entity in answer["entities"])
            program.send_signal(signal.SIGTERM)
            assert program.wait(20) == 0
        finally:
            if program.poll() is None:
                program.kill()
                program.wait(10)
    written = log.read_bytes()
    assert TOKEN.encode() not in written
    assert TOKEN.partition(":")[2].encode() not in written
