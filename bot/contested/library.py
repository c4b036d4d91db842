"""The contested points of a whole library, found without a question: narrow kinds only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.answer import ContestedPoint
from bot.contested.editors import decided
from bot.contested.facts.library_facts import library_facts
from bot.contested.figures.deed_days import day_points
from bot.contested.figures.extents import extent_points
from bot.contested.figures.group_ages import group_age_points
from bot.contested.figures.library_figures import figure_points
from bot.contested.framings.library_framings import framing_points
from bot.contested.one_event import Events
from bot.contested.spoken_sentences import statements
from index.door import Exported
from index.framings import Framings, bundled
from index.model import QUOTABLE, Passage


def quotable(items: Iterable[Exported]) -> Iterator[Passage]:
    """Yield the paragraphs that may be quoted, as if they had been found."""
    for item in items:
        if item.paragraph.role in QUOTABLE:
            paragraph, source, also_in = item.paragraph, item.source, item.also_in
            yield Passage(paragraph, source, item.voices, 0.0, (), also_in, item.group, item.reading)


def library_points(
    passages: Iterable[Passage],
    language: str,
    framings: Framings | None = None,
    *,
    silenced: bool = False,
) -> tuple[ContestedPoint, ...]:
    """Return the figures, framings and facts on which sources of a library differ, headings in ``language``.

    ``passages`` are all paragraphs of the library. Editors' decisions hold; with ``silenced`` the points that
    they silenced are returned too, marked as such.
    """
    framings = framings or bundled()
    points = undecided_points(passages, language, framings)
    return decided(points, framings, language, silenced=silenced)


def undecided_points(passages: Iterable[Passage], language: str, framings: Framings) -> list[ContestedPoint]:
    """Return the points of paragraphs as they were found, on what most sources differ first.

    Without a question only what is sure to be one
    thing is compared: figures of the families marked ``library`` in words/counted.toml within one
    place and time, labels in sentences that name the same person, place or body, and statements in nearly
    the same words.
    """
    pool = statements(passages)
    events = Events(pool)
    points = [
        *figure_points(pool, events, framings, language),
        *extent_points(pool, events, language),
        *group_age_points(pool, events, language),
        *day_points(pool, events, language),
        *framing_points(pool, events, framings, language),
        *library_facts(pool, events, framings, language),
    ]
    points.sort(key=lambda point: -point.sources)
    return points
