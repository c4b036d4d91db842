"""Where sources differ: figures, framings and facts side by side, and voices on one matter."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answer import ContestedPoint
from bot.contested.neutral import wider_query
from bot.contested.points import contested_points, lone_source
from index.framings import Framings
from index.model import Passage, Query

__all__ = ["asks_for_attribute", "contested_points", "library_points", "lone_source", "wider_query"]


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


def asks_for_attribute(question: Query) -> bool:
    """Whether a question asks for an attribute of a named one, see ``facts.attribute_points``."""
    from bot.contested.facts.attribute_points import asked_attribute, subject_of

    return asked_attribute(question) is not None and bool(subject_of(question))
