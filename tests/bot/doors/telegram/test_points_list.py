"""The list of contested points in the messenger, page by page."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from bot.answer import Claim, ContestedPoint, Kind, Position
from bot.doors.telegram import commands
from bot.doors.telegram.buttons import Buttons
from bot.doors.telegram.seal import Seal
from bot.doors.telegram.service import PHRASES
from bot.phrases import Phrases
from index.model import Source

CHAT = 7
WORDING = Phrases(PHRASES)


def _points(count: int) -> list[ContestedPoint]:
    source = Source("A title", ("Ana Ejemplo",))
    sides = tuple(
        Position(f"“{n}”", (Claim(1, f"{n} carts came.", "a#1", "a.md", 0, 9, source, 0.0),)) for n in (3, 5)
    )
    return [ContestedPoint(f"figure-{n}", Kind.FIGURE, f"Number of carts: {n}", sides) for n in range(count)]


def _means(count: int) -> Any:
    async def search(work: Callable[..., Any], *rest: Any) -> Any:
        return work(*rest)

    points = _points(count)
    return SimpleNamespace(
        language=lambda *_: "en",
        search=search,
        desk=SimpleNamespace(contested=lambda _: points),
        buttons=Buttons(Seal("a token"), WORDING),
        say=WORDING.get,
        draws=False,
    )


def _listed(count: int, page: int) -> tuple[str, list[list[str]]]:
    letter: Any = SimpleNamespace(chat=CHAT, user_language="en")
    message, keyboard = asyncio.run(commands.points_list(_means(count), letter, page))
    assert keyboard is not None
    return message.text, [[button.text for button in row] for row in keyboard.inline_keyboard]


def test_every_point_is_on_a_page() -> None:
    """A list too long for one screen has pages, which hold each point once, under its number."""
    pages = [_listed(23, page) for page in range(3)]
    shown = [row[0] for _, rows in pages for row in rows if not set(row) <= {"‹", "›"}]
    assert shown == [f"{n + 1}. Number of carts: {n}" for n in range(23)]
    assert [rows[-1] for _, rows in pages] == [["›"], ["‹", "›"], ["‹"]]
    assert "23" in pages[2][0]
    assert "3 of 3" in pages[2][0]
    assert _listed(23, 9) == pages[2]


def test_a_short_list_has_no_pages() -> None:
    """Where all points have room there are neither arrows nor the number of a page."""
    text, rows = _listed(4, 0)
    assert len(rows) == 4
    assert "Page" not in text
