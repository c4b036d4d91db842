"""Numbers for a monitoring system."""

from __future__ import annotations

import socket
import urllib.request
from typing import Any

from strict_client import TOKEN


def test_numbers_are_served_without_texts_and_names(server: Any, bot: Any) -> None:
    """Questions, their time and the errors of the Bot API are counted; no text, chat or token is shown."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    server.fault(kind="502", method="getUpdates")
    bot.start(metrics_listen=f"127.0.0.1:{port}")
    chat = 771234567
    server.message(chat=chat, text="Secret-of-mine about the bridge")
    server.message(chat=chat + 1, text="zzzz")
    server.wait_sent(chat, 1)
    server.wait_sent(chat + 1, 1)
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
        numbers = answer.read().decode()
    assert 'quoth_questions_total{outcome="answered"} 1.0' in numbers
    assert 'quoth_questions_total{outcome="nothing_found"} 1.0' in numbers
    assert "quoth_answer_seconds_count 2.0" in numbers
    assert 'quoth_telegram_errors_total{kind="NoAnswer"} 1.0' in numbers
    assert "quoth_queue" in numbers
    for secret in ("Secret-of-mine", str(chat), TOKEN.partition(":")[2]):
        assert secret not in numbers
