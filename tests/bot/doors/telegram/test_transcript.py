"""A conversation drawn as a reader sees it. The drawing in ``conversation.txt`` is for the documentation.

``QUOTH_DRAW=1`` writes it anew.
"""

from __future__ import annotations

import os
import textwrap
from pathlib import Path
from typing import Any

DRAWN = Path(__file__).with_name("conversation.txt")
DRAW = bool(os.environ.get("QUOTH_DRAW"))  # read before the tests' settings are cleared
WIDTH = 74
SAID = (
    "Who painted the moon?",
    "How many crossed on the first day?",
    "/verify A ferry runs beside the bridge.",
)


def drawn(message: dict[str, Any]) -> list[str]:
    """Return the lines of a message: quotes behind a bar, buttons in brackets."""
    lines: list[str] = []
    place = 0
    quoted = [(e["offset"], e["length"]) for e in message.get("entities", []) if "blockquote" in e["type"]]
    for line in message["text"].split("\n"):
        length = len(line.encode("utf-16-le")) // 2
        bar = "▎ " if (place, length) in quoted else ""
        lines += textwrap.wrap(line, WIDTH, initial_indent=bar, subsequent_indent=bar) or [""]
        place += length + 1
    for row in message.get("reply_markup", {}).get("inline_keyboard", []):
        lines.append(" ".join(f"[{button['text']}]" for button in row))
    return lines


def test_conversation_looks_as_documented(server: Any, bot: Any) -> None:
    """The conversation in the documentation is what the messenger says today."""
    bot.start()
    lines: list[str] = []
    for number, text in enumerate(SAID, 1):
        server.message(chat=1, text=text, language="en")
        answer = server.wait_sent(1, number)[-1]
        lines += [f"Ana    {text}", ""]
        lines += [
            f"Quoth  {line}".rstrip() if not n else f"       {line}".rstrip()
            for n, line in enumerate(drawn(answer))
        ]
        lines.append("")
    picture = "\n".join(lines).rstrip() + "\n"
    if DRAW:
        DRAWN.write_text(picture, "utf-8")
    assert picture == DRAWN.read_text("utf-8")
