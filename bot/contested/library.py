"""The contested points of a whole library, found without a question: narrow kinds only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.answer import ContestedPoint
from bot.contested.card_phrases import phrase
from bot.contested.editors import decided
from bot.contested.facts.library_facts import library_facts
from bot.contested.figures.library_figures import figure_points
from bot.contested.framings.framing_points import Use, framing_point, uses_in
from bot.contested.framings.referent import shared_referent
from bot.contested.spoken_sentences import Statement, statements
from index.framings import Framings, bundled
from index.model import Passage
from index.values import replace


def library_points(
    passages: Iterable[Passage],
    language: str,
    framings: Framings | None = None,
    *,
    silenced: bool = False,
) -> tuple[ContestedPoint, ...]:
    """Return the figures, framings and facts on which sources of a library differ, headings in ``language``.

    ``passages`` are all paragraphs of the library. Without a question only what is sure to be one
    thing is compared: figures of the families marked ``library`` in words/counted.toml within one
    place and time, labels in sentences that name the same person, place or body, and statements in nearly
    the same words. Editors' decisions hold; with
    ``silenced`` the points that they silenced are returned too, marked as such.
    """
    framings = framings or bundled()
    pool = statements(passages)
    points = [
        *figure_points(pool, framings, language),
        *_framing_points(pool, framings, language),
        *library_facts(pool, framings, language),
    ]
    return decided(points, framings, language, silenced=silenced)


def _framing_points(pool: Sequence[Statement], framings: Framings, language: str) -> list[ContestedPoint]:
    """Return one point for each framing, about whom its rival labels speak of most often."""
    uses: dict[str, list[Use]] = {}
    for use in uses_in(pool, framings):
        if framings.by_id[use.label.framing].library:
            uses.setdefault(use.label.framing, []).append(use)
    points = []
    for key, row in uses.items():
        found = shared_referent(row, pool, framings)
        point = framing_point(framings.by_id[key], found.uses, None, language) if found else None
        if found and point:
            heading = phrase("of_names", language, what=point.heading, names=found.name)
            points.append(replace(point, heading=heading))
    return points
