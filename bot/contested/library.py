"""The contested points of a whole library, found without a question: narrow kinds only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.answer import ContestedPoint, Kind
from bot.contested.card_phrases import phrase
from bot.contested.editors import decided
from bot.contested.facts.library_facts import library_facts
from bot.contested.figures.given_figures import (
    Given,
    Relation,
    figures_in,
    is_series,
    positions_of,
    strongest,
)
from bot.contested.figures.periods import one_currency, one_period
from bot.contested.framings.framing_points import Use, framing_point, uses_in
from bot.contested.framings.referent import names_in, shared_referent
from bot.contested.neutral import as_written
from bot.contested.spoken_sentences import Statement, statements
from index.figures.families import Family, families
from index.figures.figure import Unit
from index.framings import Framings, bundled
from index.model import Passage
from index.text.terms import fold, parts, words
from index.values import replace

_SOURCES = 2  # independent ones that a point needs


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
        *_figure_points(pool, framings, language),
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


def _figure_points(pool: Sequence[Statement], framings: Framings, language: str) -> list[ContestedPoint]:
    """Return a point for each family and place on which two sources' figures differ."""
    given: dict[tuple[str, str], list[Given]] = {}
    for each in figures_in(pool):
        family = families().get(each.figure.family)
        if family is None or not family.library:
            continue
        for scope in _scopes(each, family):
            given.setdefault((family.id, scope), []).append(each)
    points = []
    for (key, scope), row in sorted(given.items()):
        of_one_time = one_currency(one_period(row, set()))
        point = _figure_point(families()[key], scope, of_one_time, framings, language)
        if point is not None:
            points.append(point)
    return _without_repeats(points)


def _scopes(given: Given, family: Family) -> list[str]:
    """Return what a figure holds for: its place, the holder of a percentage, or its sentence's names."""
    if family.unit is Unit.PERCENT:
        start, end = given.figure.clause
        text = given.statement.passage.paragraph.text[start:end]
        return [parts(match[0])[0] for match in words(text) if match[0][0].isupper() and match.start() > 0]
    if given.figure.places:
        return [fold(_nearest(given))]
    return [] if given.figure.part else [fold(name) for name in names_in(given.statement).values()]


def _nearest(given: Given) -> str:
    """Return the place that stands nearest to a figure."""
    text, at = given.statement.passage.paragraph.text, given.figure.start
    start, end = given.figure.sentence
    return min(given.figure.places, key=lambda place: abs(text.find(place, start, end) - at))


def _figure_point(
    family: Family, scope: str, given: Sequence[Given], framings: Framings, language: str
) -> ContestedPoint | None:
    if len({each.statement.group for each in given}) < _SOURCES or framings.find(scope):
        return None
    link = strongest(given)
    if link not in (Relation.DIFFER, Relation.BOUNDS):
        return None
    name = as_written(scope, (each.statement.passage.paragraph.text for each in given))
    what = phrase("of_names", language, what=family.headings[language], names=name)
    heading = phrase("figures_series" if is_series(family, given) else f"figures_{link}", language, what=what)
    slug = "-".join(scope.split())
    return ContestedPoint(f"figure-{family.id}-{slug}", Kind.FIGURE, heading, positions_of(given, language))


def _without_repeats(points: Sequence[ContestedPoint]) -> list[ContestedPoint]:
    """Return the points without those whose claims another point of the family shows already."""
    kept: list[ContestedPoint] = []
    for point in sorted(points, key=lambda point: (-sum(len(p.claims) for p in point.positions), point.id)):
        shown = {(claim.paragraph, claim.start) for p in point.positions for claim in p.claims}
        if any(
            shown <= other
            for other in ({(c.paragraph, c.start) for p in k.positions for c in p.claims} for k in kept)
        ):
            continue
        kept.append(point)
    return sorted(kept, key=lambda point: point.id)
