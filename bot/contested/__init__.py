"""Where sources differ: figures, framings and facts side by side, and voices on one matter."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answer import ContestedPoint
from bot.contested.neutral import wider_query
from bot.contested.points import contested_points, lone_source
from index.framings import Framings
from index.model import Passage

__all__ = ["contested_points", "library_points", "lone_source", "wider_query"]


def library_points(
    passages: Iterable[Passage],
    language: str,
    framings: Framings | None = None,
    *,
    silenced: bool = False,
) -> tuple[ContestedPoint, ...]:
    """Return the contested points of a whole library, see ``bot.contested.library``; imported when wanted."""
    from bot.contested.library import library_points as points

    return points(passages, language, framings, silenced=silenced)
